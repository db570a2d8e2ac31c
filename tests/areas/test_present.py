"""What an area is today, and how far a right over one that has ended reaches."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn import areas
from elearn.areas import Area, AreaLineage, AreaVersion, Level
from tests.make.areas import BEFORE, NOW, area, path


def names(db, heirs):
    found = areas.versions_on(db, [heir.area_id for heir in heirs], NOW)
    return {version.full_name for version in found.values()}


def communes(db, day):
    chosen = select(Area.id).join(AreaVersion, AreaVersion.area_id == Area.id)
    return db.scalars(chosen.where(Area.level == Level.COMMUNE, AreaVersion.valid_on(day))).all()


def test_an_area_that_stands_is_itself(db):
    key = area(db, "Tỉnh Hưng Yên").id

    (only,) = areas.present_of(db, [key], NOW)[key]

    assert (only.area_id, only.path) == (key, path(db, "Tỉnh Hưng Yên"))
    assert only.is_whole
    assert only.is_default


def test_an_area_is_asked_about_on_a_day_it_stood(db):
    old = area(db, "Tỉnh Thái Bình", day=BEFORE)

    assert areas.present_of(db, [old.id], BEFORE)[old.id][0].area_id == old.id
    assert areas.present_of(db, [area(db).id], BEFORE) == {}


def test_a_split_commune_is_all_its_heirs_the_likeliest_first(db):
    old = area(db, "Xã Thái Bình", within="Huyện Yên Sơn", day=BEFORE)

    first, *others = areas.present_of(db, [old.id], NOW)[old.id]

    assert first.is_default
    assert not first.is_whole
    assert others
    assert not any(heir.is_default or heir.is_whole for heir in others)


def test_an_abolished_district_is_what_its_communes_became(db):
    district = area(db, "Huyện Hưng Hà", day=BEFORE)
    heirs = areas.present_of(db, [district.id], NOW)[district.id]

    assert len(heirs) == 8
    assert "Xã Hưng Hà" in names(db, heirs)
    assert not any(heir.is_default or heir.is_whole for heir in heirs)


def test_an_island_district_is_its_special_zone(db):
    islands = area(db, "Huyện Côn Đảo", day=BEFORE)
    heirs = areas.present_of(db, [islands.id], NOW)[islands.id]

    assert names(db, heirs) == {"Đặc khu Côn Đảo"}
    assert heirs[0].is_default


def test_every_commune_of_june_2025_is_something_today_and_each_of_today_was_something(db):
    old, new = communes(db, BEFORE), communes(db, NOW)
    islands = [area(db, f"Huyện {name}", day=BEFORE).id for name in _ISLANDS]

    found = areas.present_of(db, [*old, *islands], NOW)

    assert (len(old), len(new)) == (10035, 3321)
    assert found.keys() == {*old, *islands}
    assert {heir.area_id for heirs in found.values() for heir in heirs} == set(new)
    assert all(sum(heir.is_default for heir in heirs) == 1 for heirs in found.values())
    assert all(heirs[0].is_whole == (len(heirs) == 1) for heirs in found.values())
    assert sum(len(heirs) for heirs in found.values() if len(heirs) > 1) == 1005


_ISLANDS = ("Hoàng Sa", "Côn Đảo", "Lý Sơn", "Cồn Cỏ", "Bạch Long Vĩ")


def test_both_directions_of_lineage_agree(db):
    old = communes(db, BEFORE)
    forward = {
        (key, heir.area_id)
        for key, heirs in areas.present_of(db, old, NOW).items()
        for heir in heirs
        if heir.area_id != key
    }
    steps = select(AreaLineage.from_area_id, AreaLineage.to_area_id).join(
        Area, Area.id == AreaLineage.from_area_id
    )

    assert forward == set(db.execute(steps.where(Area.level == Level.COMMUNE)))


def test_a_commune_of_today_tells_what_became_it(db):
    commune = area(db)
    former = {one.area_id for one in areas.predecessors_of(db, [commune.id])[commune.id]}

    assert {heir[0].area_id for heir in areas.present_of(db, former, NOW).values()} == {commune.id}


@pytest.mark.parametrize(
    ("province", "before", "after", "within"),
    [
        ("Tỉnh Thái Bình", 242, 65, "Tỉnh Hưng Yên"),
        ("Tỉnh Bắc Kạn", 108, 37, "Tỉnh Thái Nguyên"),
        ("Tỉnh Hòa Bình", 151, 46, "Tỉnh Phú Thọ"),
        ("Tỉnh Bình Thuận", 121, 45, "Tỉnh Lâm Đồng"),
        ("Huyện Hưng Hà", 33, 8, "Tỉnh Hưng Yên"),
    ],
)
def test_a_right_over_what_has_ended_reaches_its_communes_heirs(
    db, province, before, after, within
):
    old = area(db, province, day=BEFORE)
    new, outer = path(db, within), path(db, province, day=BEFORE)
    lay_in = select(AreaVersion.id).join(Area, Area.id == AreaVersion.area_id)
    lay_in = lay_in.where(areas.below([outer]), Area.level == Level.COMMUNE)

    heirs = areas.heirs_of(db, old.id, NOW)

    assert len(db.scalars(lay_in.where(AreaVersion.valid_on(BEFORE))).all()) == before
    assert len(heirs) == len(set(heirs)) == after
    assert all(one.startswith(new) and one != new for one in heirs)


def test_a_right_reaches_the_area_itself_while_it_stands(db):
    hung_yen, thai_binh = area(db, "Tỉnh Hưng Yên"), area(db, "Tỉnh Thái Bình", day=BEFORE)

    assert areas.heirs_of(db, hung_yen.id, NOW) == (path(db, "Tỉnh Hưng Yên"),)
    assert areas.heirs_of(db, thai_binh.id, BEFORE) == (path(db, "Tỉnh Thái Bình", day=BEFORE),)
    assert areas.heirs_of(db, hung_yen.id, BEFORE) == ()


def test_a_right_over_a_split_commune_reaches_only_the_default_heir(db):
    old = area(db, "Xã Thái Bình", within="Huyện Yên Sơn", day=BEFORE)
    (first, *_) = areas.present_of(db, [old.id], NOW)[old.id]

    assert areas.heirs_of(db, old.id, NOW) == (first.path,)


def test_what_is_present_takes_few_queries(db, count_queries):
    keys = communes(db, BEFORE)[:300]
    province = area(db, "Tỉnh Thái Bình", day=BEFORE).id
    db.expunge_all()

    with count_queries() as queries:
        areas.present_of(db, [*keys, province, area(db, "Huyện Hưng Hà", day=BEFORE).id], NOW)
        areas.heirs_of(db, province, NOW)

    assert len(queries) <= 1 + 4 + 4


def test_a_day_between_two_changes_is_told_as_it_was(db):
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)

    (heir,) = areas.present_of(db, [old.id], date(2025, 7, 1))[old.id]

    assert heir.path == path(db, "Xã Hưng Hà", day=date(2025, 7, 1))
