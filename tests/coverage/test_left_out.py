"""Which units a figure leaves out: counted, and named by where they lie."""

from dataclasses import replace
from datetime import date

import pytest

from elearn import areas, coverage
from elearn.coverage import Exclusion, MapKind
from tests.make import coverage as make
from tests.make import headcounts as declared
from tests.make import people as roster
from tests.make.areas import BEFORE, area

DAY = make.DAY

EVER = Exclusion(date(2022, 1, 1), date.max)


def test_the_units_left_out_are_counted_and_named_by_their_place(db, extent):
    units = [
        roster.org_unit(db, f"Hội LHPN {name}", at=area(db, name))
        for name in ("Xã Hưng Hà", "Phường Phố Hiến", "Phường Hạ Long")
    ]
    for unit in units:
        roster.exclusion(db, unit, decision="12/QĐ-HPN")
    excluding = replace(make.indicator(), exclusion=EVER)

    told = coverage.left_out_of(db, extent("Tỉnh Hưng Yên"), excluding)

    assert told.number == 2
    assert [one.name for one in told.units] == ["Hội LHPN Xã Hưng Hà", "Hội LHPN Phường Phố Hiến"]
    assert "(12/QĐ-HPN)" in str(told.words)


@pytest.mark.parametrize(
    ("exclusion", "day", "number"),
    [
        (EVER, DAY, 1),
        (EVER, BEFORE, 0),
        (None, DAY, 0),
        (Exclusion(date(2022, 1, 1), date(2026, 1, 1)), DAY, 0),
    ],
)
def test_none_are_left_out_where_the_figure_or_the_day_leaves_none(
    db, extent, exclusion, day, number
):
    roster.exclusion(db, roster.org_unit(db))
    of = replace(make.indicator(), exclusion=exclusion)

    assert coverage.left_out_of(db, extent(day=day), of).number == number


def test_on_a_restated_map_units_lie_where_the_map_has_them(db, extent):
    old = area(db, "Xã Hồng Lĩnh", within="Tỉnh Thái Bình", day=BEFORE)
    unit = roster.org_unit(db, "Hội LHPN xã Hồng Lĩnh", at=old, since=date(2020, 1, 1))
    roster.exclusion(db, unit, valid_from=date(2022, 1, 1))
    branch = roster.org_unit(db, "Chi hội 1", at=old, since=date(2020, 1, 1))
    declared.headcount(db, branch, 4, date(2024, 12, 31))
    excluding = replace(make.indicator(), exclusion=EVER)
    make.counted(db, make.scheme_of(excluding))

    today = coverage.map_of(db, MapKind.RESTATED, DAY)
    there = replace(extent("Xã Hưng Hà", day=BEFORE, map_day=DAY), map=today)
    told = coverage.left_out_of(db, there, excluding)
    within = coverage.completeness_of(db, there, excluding, {})

    assert [one.name for one in told.units] == ["Hội LHPN xã Hồng Lĩnh"]
    assert within.own.declared
    assert within.own.declared.number == 4


@pytest.mark.parametrize(("map_day", "most"), [(None, 8), (DAY, 20)])
def test_it_takes_a_bounded_number_of_queries(db, extent, count_queries, map_day, most):
    for one in areas.children_of(db, area(db, "Tỉnh Hưng Yên", day=BEFORE).id, BEFORE):
        declared.headcount(db, area(db, one.full_name, within="Tỉnh Hưng Yên", day=BEFORE), 3)
    asked = extent(day=BEFORE, map_day=map_day)
    of = replace(make.indicator(), exclusion=EVER)

    with count_queries() as queries:
        coverage.completeness_of(db, asked, of, {})
        coverage.left_out_of(db, asked, of)

    assert len(queries) <= most
