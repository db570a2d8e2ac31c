"""A whole report: its rows, its states, its years, and how few queries it takes."""

from datetime import date

import pytest

from elearn import areas, coverage, people
from elearn.access import OPERATOR
from elearn.coverage import State
from elearn.coverage.queries import trend_of
from elearn.coverage.queries.counting import holdings_on
from elearn.coverage.rules import Holding
from elearn.errors import InvalidInput
from tests.make import coverage as make
from tests.make import people as roster
from tests.make.areas import BEFORE, area


@pytest.fixture
def report(db):
    """`report("33")` gives the report of an area as of a day."""

    def report(code="VN", day=make.DAY, scheme=make.SCHEME):
        asked = make.scheme(scheme)
        sight = coverage.sight_of(db, OPERATOR, day)
        return coverage.report_of(db, asked, coverage.area_asked(db, sight, asked, code), day)

    return report


def states(report):
    return {cell.indicator.key: cell.state for cell in report.own.cells}


def test_the_country_has_a_row_a_province_and_a_province_one_a_commune(report):
    assert len(report().children) == 34
    assert len(report("33").children) == 104
    assert report("12586").children == ()


def test_before_the_reform_a_province_has_a_row_a_district_and_that_one_a_commune(report):
    assert len(report(day=BEFORE).children) == 63
    assert {row.name.split()[0] for row in report("34", BEFORE).children} == {"Huyện", "Thành"}
    assert {len(row.code) for row in report("339", BEFORE).children} == {5}


def test_each_reason_for_having_no_figure_is_told(report):
    now, before = states(report("33")), states(report("34", BEFORE))

    assert now["union_officer.district"] is State.ENDED
    assert before["union_officer.district"] is State.NOBODY
    assert now["commune_union_chair_successor.commune"] is State.NO_DATA
    assert before["commune_union_chair_successor.commune"] is State.NO_DATA
    assert now["branch_head.branch"] is State.NOBODY


def test_a_group_has_holders_from_the_first_day_of_any_post_to_the_last(db):
    group = "commune_union_chair_successor"
    for post, first, last in (
        ("women_group_head", date(2023, 1, 1), date(2025, 2, 28)),
        ("deputy_branch_head", date(2024, 3, 1), date(2024, 12, 31)),
    ):
        db.add(people.PostGroup(post_key=post, group_key=group, valid_from=first, valid_to=last))
    db.flush()
    whole, above = make.indicator(group, None), make.indicator(group, areas.Level.COMMUNE)

    found = [
        holdings_on(db, [whole, above], day)
        for day in (date(2022, 12, 31), date(2023, 1, 1), date(2025, 2, 28), date(2025, 3, 1))
    ]

    assert [one[whole.key] for one in found] == [
        Holding(is_open=False),
        Holding(is_open=True),
        Holding(is_open=True),
        Holding(is_open=False, ended_on=date(2025, 2, 28)),
    ]
    assert {one[above.key] for one in found} == {Holding(is_open=False)}


def test_officers_of_the_districts_count_to_the_last_day_there_were_districts(db, report):
    at = area(db, "Huyện Hưng Hà", day=BEFORE)
    union = roster.org_unit(
        db, "Hội LHPN huyện", at=at, kind=people.UnitKind.UNION_DISTRICT, since=date(2019, 1, 1)
    )
    roster.tenure(db, at=union, post="union_district_chair", valid_from=date(2019, 1, 1))

    [district] = [one for one in report("34", BEFORE).own.cells if one.N]
    assert district.indicator.key == "union_officer.district"
    assert (district.n, district.N, district.state) == (0, 1, State.NOT_MET)
    assert all(cell.N == 0 for cell in report("33", date(2025, 7, 1)).own.cells)


def test_after_the_scheme_the_heading_says_so(report):
    assert "sau kỳ đề án (2019–2025)" in str(report(day=date(2026, 1, 1)).basis)
    assert "sau kỳ đề án" not in str(report(day=date(2025, 12, 31)).basis)


def test_the_first_day_of_the_scheme_and_today_can_be_asked_about():
    for day in (date(2019, 1, 1), make.DAY):
        coverage.check_day(make.scheme(), day, make.DAY)


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 21), "Ngày này chưa tới"), (date(2018, 12, 31), "bắt đầu ngày 01/01/2019")],
)
def test_days_to_come_and_days_before_the_scheme_are_refused(day, said):
    with pytest.raises(InvalidInput, match=said):
        coverage.check_day(make.scheme(), day, make.DAY)


def test_the_lowest_comes_first_and_whoever_has_no_figure_last(db, report):
    version = make.programme(db)
    make.head(db)
    better = roster.org_unit(db, "Chi hội", at=area(db, "Xã Tiên La", within="Tỉnh Hưng Yên"))
    make.trained(db, make.head(db, at=better), version)

    found = report("33").lowest_first(make.indicator())

    assert [row.name for row in found[:2]] == ["Xã Hưng Hà", "Xã Tiên La"]
    assert not found[2].cell(make.indicator()).has_figure


@pytest.mark.parametrize("code", ["VN", "33", "12586"])
def test_a_report_takes_few_queries_whatever_the_area(db, report, count_queries, code):
    make.trained(db, make.head(db), make.programme(db))
    sight = coverage.sight_of(db, OPERATOR, make.DAY)
    place = coverage.area_asked(db, sight, make.scheme(), code)

    with count_queries() as queries:
        coverage.report_of(db, make.scheme(), place, make.DAY)

    assert len(queries) <= 4


def test_the_years_are_each_counted_by_the_roster_of_their_last_day(db):
    version = make.programme(db)
    head = make.head(db)
    place = areas.version_on(db, area(db, "Tỉnh Hưng Yên").id, make.DAY)
    make.trained(db, head, version, date(2026, 5, 1))

    points = trend_of(db, make.scheme(), make.indicator(), place, make.DAY)

    assert [(one.day, one.n, one.of) for one in points] == [
        (date(2025, 12, 31), 0, 1),
        (make.DAY, 1, 1),
    ]


def test_the_years_before_the_reform_are_those_of_the_same_commune(db):
    before = area(db, "Xã Thuận Hòa", within="Tỉnh Hà Giang", day=BEFORE)
    branch = roster.org_unit(
        db, "Chi hội", at=before, kind=people.UnitKind.BRANCH, since=date(2019, 1, 1)
    )
    roster.tenure(db, at=branch, post="branch_head", valid_from=date(2023, 5, 1))
    place = areas.version_on(db, before.id, make.DAY)
    indicators = (make.indicator(), make.indicator("branch_head", areas.Level.COMMUNE))

    found = [trend_of(db, make.scheme(), one, place, make.DAY) for one in indicators]

    assert [[one.day.year for one in points] for points in found] == [[2023, 2024, 2025, 2026], []]
