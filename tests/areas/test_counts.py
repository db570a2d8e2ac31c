"""The state of the administration on the days around both reforms, as the law has it."""

from datetime import date

import pytest

from elearn import areas
from elearn.areas import Kind

DISTRICTS = (Kind.URBAN_DISTRICT, Kind.RURAL_DISTRICT, Kind.TOWN, Kind.PROVINCIAL_CITY)


@pytest.mark.parametrize(
    ("day", "provinces", "communes"),
    [
        (date(2025, 6, 30), (57, 6), (1724, 7695, 0)),
        (date(2025, 7, 1), (28, 6), (687, 2621, 13)),
        (date(2026, 4, 29), (28, 6), (687, 2621, 13)),
        (date(2026, 4, 30), (27, 7), (697, 2611, 13)),
    ],
)
def test_units_of_each_type_on_a_day(db, day, provinces, communes):
    counts = areas.counts_on(db, day)

    assert (counts[Kind.PROVINCE], counts[Kind.CENTRAL_CITY]) == provinces
    assert tuple(counts.get(k, 0) for k in (Kind.WARD, Kind.COMMUNE, Kind.SPECIAL_ZONE)) == communes


def test_three_levels_end_with_june_2025(db):
    before, after = areas.counts_on(db, date(2025, 6, 30)), areas.counts_on(db, date(2025, 7, 1))

    assert sum(before[kind] for kind in DISTRICTS) == 696
    assert before[Kind.WARD] + before[Kind.COMMUNE] + before[Kind.TOWNSHIP] == 10035
    assert not after.keys() & {*DISTRICTS, Kind.TOWNSHIP}


def test_every_area_of_a_day_lies_in_one_of_that_day(db):
    for day in (date(2025, 6, 30), date(2025, 7, 1), date(2026, 4, 30)):
        assert _without_a_parent(db, day) == 0


def _without_a_parent(db, day):
    own, parent = areas.AreaVersion, areas.AreaVersion.__table__.alias()
    there = (parent.c.valid_from <= day) & (
        parent.c.valid_to.is_(None) | (parent.c.valid_to >= day)
    )
    lone = own.valid_on(day) & own.parent_id.is_not(None) & parent.c.id.is_(None)
    joined = (parent.c.area_id == own.parent_id) & there
    return db.query(own).outerjoin(parent, joined).filter(lone).count()
