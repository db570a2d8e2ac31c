"""Targets and what has become of them: exact, and rounded only to be told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from elearn.areas import Level
from elearn.coverage.rules import Comparator, CountingWindow, Indicator, Measure, Target
from elearn.coverage.rules.attainment import (
    Attainment,
    Outcome,
    Reached,
    concerns,
    pace_since,
    provinces_of,
    timing_of,
)
from tests.make import coverage as make

TODAY = date(2026, 11, 22)


def target(
    percent: int | None = 70,
    year: int | None = 2030,
    *,
    value: int | None = None,
    comparator: Comparator = Comparator.GTE,
) -> Target:
    return Target("T", year, None if value else percent, value, comparator)


def attained(n: int, of: int, wanted: Target, **other: Any) -> Attainment:
    measure = Measure.TRAINED if wanted.percent else Measure.PARTICIPATION
    timing = timing_of(wanted, TODAY, None)
    reached = Reached(timing.judged_on, n, of)
    one = Attainment(make.indicator(measure=measure), wanted, timing, reached=reached)
    return replace(one, **other)


@pytest.mark.parametrize(
    ("n", "of", "outcome", "distance", "missing"),
    [
        (70, 100, Outcome.MET, "0.0", 0),
        (695, 1000, Outcome.NEAR, "-0.5", 5),
        (69_999, 100_000, Outcome.NEAR, "0.0", 1),
        (60, 100, Outcome.NOT_MET, "-10.0", 10),
        (605, 1000, Outcome.NEAR, "-9.5", 95),
        (2, 3, Outcome.NEAR, "-3.3", 1),
        (100, 100, Outcome.MET, "30.0", 0),
        (0, 0, Outcome.NOBODY, None, 0),
    ],
)
def test_a_share_is_judged_exactly_and_told_rounded(n, of, outcome, distance, missing):
    one = attained(n, of, target())

    assert (one.outcome, one.missing) == (outcome, missing)
    assert one.distance == (None if distance is None else Decimal(distance))


def test_halves_are_rounded_up_away_from_nothing():
    assert attained(1, 8, target(12)).distance == Decimal("0.5")
    assert attained(6125, 10_000, target()).distance == Decimal("-8.8")
    assert attained(8025, 10_000, target(80)).distance == Decimal("0.3")


@pytest.mark.parametrize(
    ("comparator", "n", "outcome", "missing"),
    [
        (Comparator.GTE, 5000, Outcome.MET, 0),
        (Comparator.GT, 5000, Outcome.NOT_MET, 1),
        (Comparator.GT, 5001, Outcome.MET, 0),
        (Comparator.EQ, 4999, Outcome.NOT_MET, 1),
    ],
)
def test_turns_are_judged_by_their_number(comparator, n, outcome, missing):
    one = attained(n, 0, target(value=5000, comparator=comparator))

    assert (one.outcome, one.missing, str(one.unit)) == (outcome, missing, "lượt")


def test_a_number_set_for_the_country_is_not_asked_of_a_province():
    one = attained(12, 0, target(value=5000), is_whole=False)

    assert (one.outcome, one.missing, one.distance, one.share) == (
        *(Outcome.NOT_JUDGED, 0),
        *(None, None),
    )


@pytest.mark.parametrize(
    ("year", "day", "ended_on", "judged_on", "is_final"),
    [
        (2030, TODAY, None, TODAY, False),
        (2020, TODAY, None, date(2020, 12, 31), True),
        (2025, TODAY, date(2025, 6, 30), date(2025, 6, 30), True),
        (2020, TODAY, date(2025, 6, 30), date(2020, 12, 31), True),
        (2025, date(2024, 3, 1), None, date(2024, 3, 1), False),
        (None, TODAY, None, TODAY, False),
        (2026, date(2026, 12, 31), None, date(2026, 12, 31), True),
    ],
)
def test_a_target_is_judged_at_the_end_of_its_year_or_of_its_group(
    year, day, ended_on, judged_on, is_final
):
    timing = timing_of(target(year=year), day, ended_on)

    assert (timing.judged_on, timing.is_final) == (judged_on, is_final)
    assert timing.deadline == date(year or day.year, 12, 31)


def test_the_pace_is_what_a_month_brought_against_what_it_must_bring():
    before = Reached(date(2025, 11, 22), 400, 1000)
    pace = attained(640, 1000, target(year=2027), before=before).pace

    assert pace is not None
    assert (pace.reached, pace.since) == (Decimal("20.0"), date(2025, 11, 22))
    assert pace.needed == Decimal("4.5")  # 60 in 13.3 months.
    assert pace.is_enough


def test_a_target_that_is_over_or_has_no_past_has_no_pace():
    before = Reached(date(2025, 11, 22), 400, 1000)

    assert attained(640, 1000, target(year=2020), before=before).pace is None
    assert attained(640, 1000, target()).pace is None


def test_the_pace_of_what_begins_anew_each_year_is_taken_from_its_first_day():
    plain = make.indicator()
    annual = make.indicator(measure=Measure.TRAINED_THIS_YEAR)
    certified = Indicator(
        *("branch_head", "", None, Measure.CERTIFIED, plain.content), window=CountingWindow.EVER
    )

    assert pace_since(plain, TODAY) == date(2025, 11, 22)
    assert pace_since(annual, TODAY) == date(2025, 12, 31)
    assert pace_since(plain, date(2019, 6, 1)) == date(2018, 12, 31)
    assert pace_since(certified, date(2024, 2, 29)) == date(2023, 2, 28)


def test_each_province_must_have_its_least():
    provinces = provinces_of(1, [("Hà Nội", 2), ("Cà Mau", 0), ("Huế", 1)])

    assert (provinces.having, provinces.count, provinces.missing) == (2, 3, ("Cà Mau",))


@pytest.mark.parametrize(
    ("level", "area", "does"),
    [
        (Level.CENTRAL, Level.CENTRAL, True),
        (Level.CENTRAL, Level.PROVINCE, False),
        (Level.BRANCH, Level.COMMUNE, True),
        (Level.PROVINCE, Level.COMMUNE, False),
        (None, Level.COMMUNE, True),
    ],
)
def test_a_target_concerns_areas_in_which_its_people_stand(level, area, does):
    assert concerns(make.indicator(level=level), area) is does
