"""Whole reports of the counted country: states, order, years, and how few queries they take."""

from datetime import date

import pytest

from elearn import areas, coverage
from elearn.access import OPERATOR
from elearn.coverage import Borders, Geography, State
from elearn.coverage.queries import trend_of
from tests.make import coverage as make
from tests.make.areas import BEFORE

HEADS = "branch_head.branch"


@pytest.fixture
def report(db, country):
    """`report("33")` gives the report of an area as of a day, by the borders of another."""

    def report(code="VN", day=make.DAY, on=None):
        geography = Geography(Borders.ON_DAY if on else Borders.AS_IT_WAS, on or day)
        sight = coverage.sight_of(db, OPERATOR, geography.day)
        place = coverage.area_asked(db, sight, country.scheme, code)
        return coverage.report_of(db, country.scheme, place, day, geography)

    return report


@pytest.fixture
def years(db, country, report):
    """`years("33")` gives the points of the branch heads of an area."""

    def years(code, day=make.DAY, on=None):
        told = report(code, day, on)
        one = country.scheme.indicator(HEADS)
        place = areas.version_on(db, told.area.area_id, told.geography.day)
        asked = coverage.asked_of(db, country.scheme, place, day, told.geography)
        points = trend_of(db, asked, one, told.own.cell(one))
        return [(point.day.year, point.n, point.of) for point in points]

    return years


def states(report):
    return {cell.indicator.key: cell.state for cell in report.own.cells}


def test_each_reason_for_having_no_figure_is_told(report):
    now, before = states(report("01")), states(report("01", BEFORE))

    assert now["union_officer.district"] is State.ENDED
    assert before["union_officer.district"] is State.NOBODY
    assert now["commune_union_chair_successor.commune"] is State.NO_DATA
    assert now[HEADS] is State.NOBODY


def test_officers_of_the_districts_count_to_the_last_day_there_were_districts(country, report):
    officers = country.scheme.indicator("union_officer.district")

    before, after = (report(code, day).own.cell(officers) for code, day in BOTH_SIDES)

    assert (before.n, before.N, before.state) == (0, 1, State.NOT_MET)
    assert (after.N, after.state) == (0, State.ENDED)


BOTH_SIDES = (("34", BEFORE), ("33", date(2025, 7, 1)))


def test_the_lowest_comes_first_and_whoever_has_no_figure_last(country, report):
    one = country.scheme.indicator(HEADS)

    found = report().lowest_first(one)

    assert [row.name for row in found[:2]] == ["Tỉnh Quảng Ninh", "Tỉnh Hưng Yên"]
    assert not found[2].cell(one).has_figure


def test_the_whole_is_counted_by_itself_and_tells_how_it_differs_from_its_parts(country, report):
    told = report("34", BEFORE)
    officers, heads = (country.scheme.indicator(key) for key in ("union_officer.district", HEADS))

    assert told.beyond(heads) == 0
    assert told.beyond(officers) == 0
    assert report("339", BEFORE).beyond(officers) == 1


def test_each_year_is_told_by_its_roster_and_by_the_borders_chosen(years):
    trained = [(2019, 0, 1), (2020, 0, 1), (2021, 0, 1), (2022, 0, 1), (2023, 0, 1), (2024, 1, 1)]

    assert years("34", BEFORE) == [*trained, (2025, 1, 1)]
    assert years("33") == [(2025, 1, 3), (2026, 1, 3)]
    assert years("33", on=date(2026, 11, 1)) == [*trained, (2025, 1, 3), (2026, 1, 3)]


@pytest.mark.parametrize(
    ("code", "on"), [("VN", None), ("33", None), ("12586", None), ("34", BEFORE)]
)
def test_a_report_takes_few_queries_whatever_the_area(report, count_queries, code, on):
    report(code, on=on)

    with count_queries() as queries:
        report(code, on=on)

    assert len(queries) <= 11
