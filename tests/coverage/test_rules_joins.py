"""Which entries were one human being at a moment: joins replayed and undone."""

from datetime import UTC, datetime

import pytest

from elearn.coverage.rules.joins import Join, wholes_at


def at(day):
    return datetime(2026, 3, day, tzinfo=UTC)


#: 1 was joined to 2, who with it to 3, and that was undone again; 9 always was 2.
JOINS = [
    Join(10, 1, 2, (), at(2), None),
    Join(11, 2, 3, (1, 9), at(4), at(6)),
]
NOW = {1: 2, 9: 2}


@pytest.mark.parametrize(
    ("day", "wholes"),
    [
        (1, {9: 2}),
        (2, {9: 2, 1: 2}),
        (5, {9: 3, 1: 3, 2: 3}),
        (6, {9: 2, 1: 2}),
    ],
)
def test_joins_are_replayed_up_to_the_moment(day, wholes):
    assert wholes_at(NOW, JOINS, at(day)) == wholes


def test_what_was_joined_without_a_join_was_always_joined():
    assert wholes_at({5: 4}, [], at(1)) == {5: 4}
