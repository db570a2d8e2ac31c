from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.learning.rules import Budget, Limits, Seconds, Standing, credit

LIMITS = Limits(rate_percent=200, unspent_seconds=120, unspent_intervals=4)
NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
LENGTH = 300

ranges = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 60)).map(
        lambda pair: (pair[0], min(LENGTH, pair[0] + pair[1]))
    ),
    max_size=12,
)


@given(ranges)
def test_seconds_are_the_set_that_the_ranges_cover(parts):
    covered = {second for start, end in parts for second in range(start, end)}

    seconds = Seconds.of(parts, LENGTH)

    assert len(seconds) == len(covered)
    assert {s for start, end in seconds.ranges() for s in range(start, end)} == covered
    assert Seconds.from_bytes(seconds.to_bytes()) == seconds


@given(ranges, st.integers(0, LENGTH))
def test_the_first_seconds_are_the_earliest(parts, count):
    seconds = Seconds.of(parts, LENGTH)
    in_order = [s for start, end in seconds.ranges() for s in range(start, end)]

    first = seconds.first(count)

    assert [s for start, end in first.ranges() for s in range(start, end)] == in_order[:count]


@pytest.mark.parametrize("part", [(-1, 5), (5, 5), (9, 3), (290, 301)])
def test_a_range_outside_the_medium_is_no_range(part):
    with pytest.raises(ValueError, match="of 300"):
        Seconds.of([part], LENGTH)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400)), max_size=5))
def test_of_ranges_that_leave_the_medium_what_lies_within_is_taken(told):
    ranges = [(start, start + seconds) for start, seconds in told]

    claimed, has_all = Seconds.inside(ranges, LENGTH)

    meant = {second for start, end in ranges for second in range(start, end)}
    kept = {second for start, end in claimed.ranges() for second in range(start, end)}
    assert kept == {second for second in meant if second < LENGTH}
    assert has_all == (kept == meant)


def test_the_same_second_twice_costs_nothing():
    held = Seconds.of([(0, 30)], LENGTH)

    outcome = credit(held, Seconds.of([(0, 30)], LENGTH), Budget(0, NOON))

    assert outcome.held == held
    assert not outcome.refused


def test_what_exceeds_the_budget_is_refused_from_its_end():
    outcome = credit(Seconds(), Seconds.of([(0, 100)], LENGTH), Budget(40_999, NOON))

    assert list(outcome.held.ranges()) == [(0, 40)]
    assert list(outcome.refused.ranges()) == [(40, 100)]
    assert outcome.budget.unspent == 999


def test_the_budget_grows_by_twice_the_clock():
    budget = Budget.opened(NOON).grown(NOON + timedelta(seconds=10), LIMITS, told_interval=15)

    assert budget.unspent == 20_000


@pytest.mark.parametrize(("interval", "most"), [(15, 120_000), (30, 120_000), (60, 240_000)])
def test_a_silence_saves_up_only_so_much(interval, most):
    budget = Budget.opened(NOON).grown(NOON + timedelta(days=1), LIMITS, interval)

    assert budget.unspent == most


def test_a_clock_set_back_takes_nothing_away():
    budget = Budget(5_000, NOON)

    assert budget.grown(NOON - timedelta(hours=1), LIMITS, 15) == budget


@given(st.lists(st.tuples(ranges, st.integers(0, 60)), max_size=8))
def test_credit_never_outruns_twice_the_clock_and_never_shrinks(steps):
    held, budget, passed = Seconds(), Budget.opened(NOON), 0
    for parts, wait in steps:
        passed += wait
        budget = budget.grown(NOON + timedelta(seconds=passed), LIMITS, 15)
        outcome = credit(held, Seconds.of(parts, LENGTH), budget)
        assert not held - outcome.held
        held, budget = outcome.held, outcome.budget
        assert len(held) <= 2 * passed


@pytest.mark.parametrize(("watched", "is_seen"), [(79, False), (80, True), (100, True)])
def test_a_lecture_is_seen_at_its_share_of_distinct_seconds(watched, is_seen):
    standing = Standing(Seconds.of([(0, watched)], 100), length=100, share_percent=80)

    assert standing.is_seen is is_seen
    assert standing.lacking == max(0, 80 - watched)


def test_skipping_to_the_end_leaves_the_middle_missing():
    standing = Standing(Seconds.of([(0, 10), (290, 300)], 300), length=300, share_percent=80)

    assert not standing.is_seen
    assert standing.gaps() == [(10, 290)]
    assert standing.cells()[0] > standing.cells()[12] == 0


@pytest.mark.parametrize("length", [1, 18, 25, 600, 4000])
def test_a_lecture_seen_from_end_to_end_has_no_empty_cell(length):
    standing = Standing(Seconds.of([(0, length)], length), length=length, share_percent=80)

    assert set(standing.cells()) == {1.0}
