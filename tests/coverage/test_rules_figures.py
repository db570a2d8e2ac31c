"""How a figure stands to its target, and how it is printed."""

from datetime import date
from decimal import Decimal

import pytest

from elearn import coverage
from elearn.coverage.rules import (
    Cell,
    Comparator,
    Figure,
    Holding,
    Indicator,
    Measure,
    State,
    Target,
    percent_of,
    percent_text,
)
from tests.make import coverage as make

MINIMUM = Target("T", 2025, 30, None, Comparator.GTE)
WHOLE = Target("T", 2025, 100, None, Comparator.EQ)
MORE = Target("T", 2025, 50, None, Comparator.GT)


def cell(
    n: int,
    of: int,
    target: Target | None = WHOLE,
    *,
    indicator: Indicator | None = None,
    holding: Holding | None = None,
) -> Cell:
    held = holding or Holding(is_open=True)
    return Cell(indicator or make.indicator(), target, held, Figure(of, n))


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "printed"),
    [
        (403_183, 500_000, 1, "80,6%"),
        (146_691, 500_000, 2, "29,34%"),
        (1552, 1714, 2, "90,55%"),
        (377, 501, 2, "75,25%"),
        (1, 8, 0, "13%"),
        (1, 8, 1, "12,5%"),
        (321, 400, 1, "80,3%"),
        (12, 12, 1, "100,0%"),
        (0, 7, 1, "0,0%"),
    ],
)
def test_half_is_rounded_up_and_the_comma_parts_the_decimals(part, whole, decimals, printed):
    assert percent_text(percent_of(part, whole, decimals)) == printed


@pytest.mark.parametrize(
    ("n", "of", "target", "state"),
    [
        (30, 100, MINIMUM, State.MET),
        (29, 100, MINIMUM, State.NEAR),
        (20, 100, MINIMUM, State.NOT_MET),
        (9999, 10_000, WHOLE, State.NEAR),
        (10_000, 10_000, WHOLE, State.MET),
        (90, 100, WHOLE, State.NOT_MET),
        (91, 100, WHOLE, State.NEAR),
        (50, 100, MORE, State.NEAR),
        (51, 100, MORE, State.MET),
        (3, 4, None, State.NO_TARGET),
        (0, 0, WHOLE, State.NOBODY),
    ],
)
def test_a_figure_is_held_against_its_target_before_rounding(n, of, target, state):
    assert cell(n, of, target).state is state


@pytest.mark.parametrize(
    ("n", "of", "target", "missing"),
    [(2, 7, WHOLE, 5), (2, 7, MINIMUM, 1), (3, 7, MINIMUM, 0), (2, 4, MORE, 1), (2, 7, None, 0)],
)
def test_it_is_told_how_many_persons_are_still_needed(n, of, target, missing):
    assert cell(n, of, target).missing == missing


def test_nobody_in_post_is_a_dash_and_not_a_nought():
    empty = cell(0, 0)

    assert (empty.percent, empty.percent_text, empty.ratio) == (None, "–", "0/0")


def test_what_is_not_recorded_is_said_and_never_printed_as_a_number():
    unknown = cell(0, 0, holding=Holding(is_open=False))

    assert unknown.state is State.NO_DATA
    assert (unknown.percent_text, unknown.ratio) == ("chưa có số liệu", "")


def test_what_has_ended_says_when():
    ended = cell(0, 0, holding=Holding(is_open=False, ended_on=date(2025, 6, 30)))

    assert ended.state is State.ENDED
    assert ended.percent_text == "kết thúc ngày 30/06/2025"


def test_what_cannot_be_counted_yet_says_so():
    waiting = Cell(make.indicator(), None, Holding(is_open=True), None)

    assert (waiting.state, waiting.percent_text) == (State.NOT_COUNTED, "chưa tính xong")
    assert (waiting.percent, waiting.ratio) == (None, "")


def test_nobody_is_said_not_to_have_reported_where_nobody_in_post_is_counted():
    waiting = Cell(make.indicator(), None, Holding(is_open=True), None)
    ended = cell(0, 0, holding=Holding(is_open=False, ended_on=date(2025, 6, 30)))
    classes = Cell(make.indicator(measure=Measure.CLASS), None, Holding(is_open=True), Figure())

    assert not any(one.is_of_holders for one in (waiting, ended, classes))
    assert cell(3, 4).is_of_holders


@pytest.mark.parametrize(
    ("measure", "told", "ratio"),
    [
        (Measure.PARTICIPATION, "1.612 lượt", ""),
        (Measure.CLASS, "1.612 lớp", ""),
        (Measure.TURNOVER, "1.612 người", ""),
        (Measure.TURNS_PER_PERSON, "3,2 lượt/người", "1.612/501"),
    ],
)
def test_what_is_no_share_is_told_as_a_number_with_its_unit(measure, told, ratio):
    one = cell(1612, 501, None, indicator=make.indicator(measure=measure))

    assert (one.percent_text, one.ratio, one.percent) == (told, ratio, None)
    assert not one.has_names


def test_a_number_is_held_against_a_number_and_never_against_a_share():
    wanted = Target("T", 2025, None, 2000, Comparator.GTE)
    turns = make.indicator(measure=Measure.PARTICIPATION)

    assert cell(1900, 0, wanted, indicator=turns).state is State.NEAR
    assert cell(1900, 0, wanted, indicator=turns).missing == 100
    assert cell(2000, 0, wanted, indicator=turns).state is State.MET
    assert cell(1900, 2000, wanted).state is State.NO_TARGET


def test_who_is_new_in_post_is_told_beside_those_in_post():
    one = make.indicator(measure=Measure.NEW_UNTRAINED)
    fresh = Cell(one, None, Holding(is_open=True), Figure(40, 30, 4, 5, 2))

    assert (fresh.n, fresh.percent_text, fresh.ratio) == (5, "12,5%", "5/40")
    assert (fresh.counted.never, fresh.is_estimate) == (1, True)
    assert sum(fresh.counted.standings.values()) == 40


def test_numbers_are_parted_by_points():
    assert cell(64_601, 87_776).ratio == "64.601/87.776"
    assert cell(64_601, 87_776).percent == Decimal("73.6")


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        (date(2019, 1, 1), 70),
        (date(2020, 12, 31), 70),
        (date(2021, 1, 1), 100),
        (date(2025, 12, 31), 100),
        (date(2026, 11, 20), 100),
    ],
)
def test_a_day_is_held_against_the_next_milestone_and_after_the_last_against_that(day, percent):
    heads = coverage.indicator_by_key(make.scheme(), "branch_head.branch")

    target = heads.target_on(day)
    assert target is not None
    assert target.percent == percent


def test_a_yearly_target_counts_from_new_year_and_never_before_the_scheme():
    plan = make.scheme("de_an_1893_tb")
    heads = coverage.indicator_by_key(plan, "branch_head.branch.person_trained_annual")

    assert heads.since(date(2024, 5, 1)) == date(2024, 1, 1)
    assert [target.percent for target in heads.targets] == [100]


def test_a_certificate_counts_whenever_it_was_earned():
    plan = make.scheme("de_an_1893_tb")
    holders = coverage.indicator_by_key(plan, "union_officer_fulltime.all.person_certified")

    assert holders.since(date(2024, 5, 1)) == date.min
