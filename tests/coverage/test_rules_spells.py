"""The algebra of days against plain sets of days, by chance; and what stands at its edges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.coverage.rules import spells as algebra
from elearn.coverage.rules.spells import Spells, spells
from elearn.db.days import FOREVER, UNKNOWN

Days = set[tuple[int, int]]

_OWNED = st.tuples(st.integers(0, 3), st.integers(-5, 12), st.integers(0, 6))
some = st.lists(_OWNED, max_size=12).map(
    lambda rows: [(owner, first, first + length) for owner, first, length in rows]
)
Rows = list[tuple[int, int, int]]


def on_the_line(rows: Rows) -> Spells:
    owner, first, last = np.array(rows or np.empty((0, 3)), np.int64).reshape(-1, 3).T
    return spells(owner, first, last)


def days(rows: Rows) -> Days:
    return {(owner, day) for owner, first, last in rows for day in range(first, last + 1)}


def rows_of(these: Spells) -> Rows:
    return list(zip(*(column.tolist() for column in algebra.dated(these)), strict=True))


@given(some)
@settings(max_examples=25)
def test_united_spells_have_the_same_days_and_touch_nowhere(rows):
    united = rows_of(algebra.united(on_the_line(rows)))

    assert days(united) == days(rows)
    assert united == sorted(united)
    ends = {(owner, last + 1) for owner, _, last in united}
    assert not ends & {(owner, first) for owner, first, _ in united}


@given(some, some)
@settings(max_examples=25)
def test_common_and_without_part_the_days_of_each_spell(rows, others):
    these, those = on_the_line(rows), algebra.united(on_the_line(others))
    shared, rest = algebra.common(these, those), algebra.without(these, those)

    for place, row in enumerate(rows):
        within = days(rows_of(algebra.chosen(shared.days, shared.of == place)))
        beyond = days(rows_of(algebra.chosen(rest.days, rest.of == place)))
        assert within == days([row]) & days(others)
        assert beyond == days([row]) - days(others)


@given(some, st.integers(1, 4))
@settings(max_examples=15)
def test_the_first_days_of_a_spell_are_no_more_than_it_has(rows, number):
    found = rows_of(algebra.first_days(on_the_line(rows), number))

    assert found == [(owner, first, min(last, first + number - 1)) for owner, first, last in rows]


@given(some, st.integers(-6, 20))
@settings(max_examples=15)
def test_a_spell_holds_on_its_days_only(rows, day):
    assert algebra.holds_on(on_the_line(rows), day).tolist() == [
        first <= day <= last for _, first, last in rows
    ]


@given(some)
@settings(max_examples=15)
def test_days_move_to_another_owner_as_they_are(rows):
    owner = np.arange(len(rows)) + 7

    found = rows_of(algebra.moved(on_the_line(rows), owner))
    assert found == [(7 + place, *row[1:]) for place, row in enumerate(rows)]


def test_all_of_one_owner_from_the_unknown_to_forever_does_not_reach_the_next():
    always = [(1, UNKNOWN, FOREVER), (2, UNKNOWN, FOREVER)]

    assert rows_of(algebra.united(on_the_line(always))) == always


def test_keys_too_great_for_a_line_are_refused():
    with pytest.raises(OverflowError):
        on_the_line([(2**41, 0, 1)])


@given(st.lists(st.integers(-3, 3)))
@settings(max_examples=15)
def test_each_number_is_kept_once(numbers):
    assert algebra.distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))
