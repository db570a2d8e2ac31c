"""Who has told of a group within an area, as it was and on restated maps."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from elearn import areas, coverage
from elearn.areas import Level
from elearn.coverage import Exclusion
from tests.make import coverage as make
from tests.make import headcounts as declared
from tests.make import people as roster
from tests.make.areas import BEFORE, area

DAY = make.DAY

EVER = Exclusion(date(2022, 1, 1), date.max)


@pytest.fixture
def found(db, extent):
    """`found("Việt Nam", in_post={…})` tells of which areas within one a group is known."""

    def found(place="Việt Nam", *, of=None, in_post=(), **where):
        wanted = of or make.indicator()
        return coverage.completeness_of(db, extent(place, **where), wanted, dict(in_post))

    return found


def _keys(db, *names):
    return [area(db, name).id for name in names]


def test_a_person_on_the_roster_or_a_number_is_a_report_and_the_rest_is_named_in_order(db, found):
    every = [one.area_id for one in areas.children_of(db, areas.root(db).id, DAY)]
    silent = _keys(db, "Tỉnh Đắk Lắk", "Tỉnh Điện Biên", "Tỉnh Cao Bằng", "Thành phố Đà Nẵng")
    declared.headcount(db, area(db, "Tỉnh Điện Biên"), 900)
    declared.headcount(db, area(db, "Tỉnh Cao Bằng"), None)

    told = found(in_post={key: 1 for key in every if key not in silent})

    assert (told.reported, told.of, told.ratio) == (31, 34, "31/34")
    assert [part.name for part in told.missing] == [
        "Tỉnh Cao Bằng",
        "Thành phố Đà Nẵng",
        "Tỉnh Đắk Lắk",
    ]


def test_on_a_day_of_63_provinces_there_are_63(db, found):
    told = found(day=BEFORE)

    assert (told.of, told.level) == (63, Level.PROVINCE)
    assert len(told.missing) == 63


def test_an_area_has_its_own_number_else_what_its_parts_and_units_add_up_to(db, found):
    commune = area(db)
    branch = roster.org_unit(db, "Chi hội thôn Đồng", at=area(db, "Phường Phố Hiến"))
    declared.headcount(db, commune, 12)
    declared.headcount(db, branch, 3)

    added = found("Tỉnh Hưng Yên", in_post={commune.id: 5})
    declared.headcount(db, area(db, "Tỉnh Hưng Yên"), 40)
    own = found("Tỉnh Hưng Yên").own.declared

    assert (added.own.declared.number, added.own.declared.parts) == (15, 2)
    assert (own.number, own.is_own) == (40, True)
    parts = {part.name: part for part in added.parts}
    assert parts["Xã Hưng Hà"].not_on_roster == 7
    assert (parts["Phường Phố Hiến"].size, parts["Phường Phố Hiến"].is_rate_known) == (3, False)
    assert found("Phường Phố Hiến").own.declared.number == 3


def test_what_a_branch_declares_lies_in_what_its_parent_declares(db, found):
    union = roster.org_unit(db)
    branch = roster.org_unit(db, "Chi hội thôn Đồng")
    branch.parent_id = union.id
    declared.headcount(db, union, 20)
    declared.headcount(db, branch, 1)

    assert found("Xã Hưng Hà").own.declared.number == 20


def test_on_todays_map_the_numbers_of_joined_areas_are_added_where_they_lie_now(db, found):
    for name, number in (("Tỉnh Hưng Yên", 400), ("Tỉnh Thái Bình", 500)):
        declared.headcount(db, area(db, name, day=BEFORE), number, date(2024, 12, 31))
    for name in ("Thị trấn Hưng Hà", "Xã Hồng Lĩnh"):
        within = area(db, name, within="Tỉnh Thái Bình", day=BEFORE)
        declared.headcount(db, within, 10, date(2024, 12, 31))

    told = found(day=BEFORE, map_day=DAY)
    within = found("Tỉnh Hưng Yên", day=BEFORE, map_day=DAY)

    assert told.of == 34
    assert {part.name: part.declared.number for part in told.parts if part.declared} == {
        "Tỉnh Hưng Yên": 900
    }
    commune = next(part for part in within.parts if part.name == "Xã Hưng Hà")
    assert (commune.declared.number, commune.declared.parts) == (20, 2)
    assert within.reported == 1


def test_the_number_of_a_divided_commune_is_not_divided_but_counts_above(db, found):
    divided = area(db, "Phường Cống Vị", day=BEFORE)
    declared.headcount(db, divided, 8, date(2024, 12, 31))

    told = found("Thành phố Hà Nội", day=BEFORE, map_day=DAY)

    assert told.own.declared.number == 8
    assert told.reported == 0


def test_on_an_old_map_later_numbers_of_joined_areas_say_nothing(db, found):
    declared.headcount(db, area(db, "Tỉnh Thái Bình", day=BEFORE), 500, date(2024, 12, 31))
    declared.headcount(db, area(db, "Tỉnh Hưng Yên"), 1000)

    told = found(map_day=BEFORE)

    assert told.of == 63
    assert {part.name: part.declared.number for part in told.parts if part.declared} == {
        "Tỉnh Thái Bình": 500
    }
    assert found(map_day=DAY).own.declared.number == 1000


def test_what_was_known_at_a_moment_is_told_as_it_was_known(db, found):
    declared.headcount(db, area(db), 12, recorded_at=datetime(2026, 9, 1, tzinfo=UTC))

    early = found("Xã Hưng Hà", known_at=datetime(2026, 8, 1, tzinfo=UTC))
    late = found("Xã Hưng Hà", known_at=datetime(2026, 10, 1, tzinfo=UTC))

    assert (early.own.declared, late.own.declared.number) == (None, 12)


@pytest.mark.parametrize(
    ("group", "level", "of"),
    [
        ("branch_head", Level.BRANCH, 104),
        ("commune_union_chair", None, 104),
        ("union_officer", Level.PROVINCE, 0),
    ],
)
def test_communes_are_not_missing_where_the_group_serves_above_them(found, group, level, of):
    assert found("Tỉnh Hưng Yên", of=make.indicator(group, level)).of == of


def test_a_number_of_all_levels_is_not_held_against_one_of_them(db, found):
    declared.headcount(db, area(db, "Tỉnh Hưng Yên"), 60, group_key="union_officer")

    one = found("Tỉnh Hưng Yên", of=make.indicator("union_officer", Level.PROVINCE)).own
    every = found("Tỉnh Hưng Yên", of=make.indicator("union_officer", None)).own

    assert (one.size, one.not_on_roster) == (None, None)
    assert (every.size, every.not_on_roster) == (60, 60)


def test_those_planned_for_a_post_are_told_at_its_level(found):
    planned = replace(
        make.indicator("commune_union_chair_successor", Level.COMMUNE),
        planned_for="commune_union_chair",
    )

    assert found("Tỉnh Hưng Yên", of=planned).of == 104


def test_a_commune_whose_union_is_left_out_is_not_missing(db, found):
    unit = roster.tenure(db).org_unit
    roster.exclusion(db, unit)
    chairs = replace(make.indicator("commune_union_chair", Level.COMMUNE), exclusion=EVER)

    told = found("Tỉnh Hưng Yên", of=chairs)

    assert [part.name for part in told.parts if part.has_reported] == ["Xã Hưng Hà"]
    assert str(next(one for one in told.parts if one.is_left_out).words) == "không đánh giá"
