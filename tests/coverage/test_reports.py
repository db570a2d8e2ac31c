"""A whole report: its rows, its states, its years, and how few queries it takes."""

from datetime import date

import pytest

from elearn import areas, coverage, people
from elearn.access import OPERATOR
from elearn.coverage.queries.counting import holdings_on
from elearn.coverage.rules import Holding
from elearn.errors import InvalidInput
from tests.make import coverage as make
from tests.make.areas import BEFORE


@pytest.fixture
def report(db):
    """`report("33")` gives the report of an area as of a day."""

    def report(code="VN", day=make.DAY, scheme=make.SCHEME):
        asked = make.scheme(scheme)
        sight = coverage.sight_of(db, OPERATOR, day)
        return coverage.report_of(db, asked, coverage.area_asked(db, sight, asked, code), day)

    return report


def test_the_country_has_a_row_a_province_and_a_province_one_a_commune(report):
    assert len(report().children) == 34
    assert len(report("33").children) == 104
    assert report("12586").children == ()


def test_before_the_reform_a_province_has_a_row_a_district_and_that_one_a_commune(report):
    assert len(report(day=BEFORE).children) == 63
    assert {row.name.split()[0] for row in report("34", BEFORE).children} == {"Huyện", "Thành"}
    assert {len(row.code) for row in report("339", BEFORE).children} == {5}


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


def test_after_the_scheme_the_heading_says_so(report):
    assert "Sau kỳ đề án (2019–2025)" in str(report(day=date(2026, 1, 1)).basis)
    assert "Sau kỳ đề án" not in str(report(day=date(2025, 12, 31)).basis)


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
