"""Areas on a day, what became of them, and the paths an administrator reaches."""

from datetime import date

import pytest

from elearn import areas
from elearn.areas import Level
from elearn.errors import NotFound
from tests.make.areas import BEFORE, NOW, area, path


def test_a_name_and_type_are_those_of_the_day(db):
    city = area(db, "Thành phố Đồng Nai")

    assert areas.version_on(db, city.id, date(2026, 4, 29)).full_name == "Tỉnh Đồng Nai"
    assert areas.version_on(db, city.id, date(2026, 4, 30)).full_name == "Thành phố Đồng Nai"


def test_one_of_the_eleven_untouched_provinces_is_one_area_with_one_version(db):
    assert area(db, "Tỉnh Quảng Ninh", day=BEFORE).id == area(db, "Tỉnh Quảng Ninh").id
    assert len(areas.versions_of(db, area(db, "Tỉnh Quảng Ninh").id)) == 1


def test_a_merged_province_is_another_area_even_under_the_old_name(db):
    assert area(db, "Tỉnh Hưng Yên", day=BEFORE).id != area(db, "Tỉnh Hưng Yên").id


def test_an_area_that_ended_is_not_there_today(db):
    with pytest.raises(NotFound, match="không tồn tại vào ngày 21/11/2026"):
        areas.version_on(db, area(db, "Tỉnh Thái Bình", day=BEFORE).id, NOW)


def test_ancestors_are_told_from_the_country_down(db):
    old = areas.version_on(
        db, area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE).id, BEFORE
    )

    names = [above.full_name for above in areas.ancestors(db, old, BEFORE)]

    assert names == ["Việt Nam", "Tỉnh Thái Bình", "Huyện Hưng Hà"]


def test_the_old_communes_of_a_district_are_its_children(db):
    district = area(db, "Huyện Hưng Hà", day=BEFORE)

    assert len(areas.children_of(db, district.id, BEFORE)) == 33
    assert areas.children_of(db, district.id, NOW) == []


@pytest.mark.parametrize(("province", "count"), [("Tỉnh Hưng Yên", 104), ("Tỉnh Quảng Ninh", 54)])
def test_communes_of_the_demonstration_provinces(db, province, count):
    communes = areas.children_of(db, area(db, province).id, NOW, level=Level.COMMUNE)

    assert len(communes) == count
    assert [c.sort_key for c in communes] == sorted(c.sort_key for c in communes)


def test_a_split_commune_names_its_likeliest_heir_first(db):
    old = area(db, "Xã Thái Bình", within="Huyện Yên Sơn", day=BEFORE)

    first, *others = areas.successors_of(db, [old.id])[old.id]

    assert first.is_default
    assert others
    assert not any(other.is_default or other.is_whole for other in others)


def test_an_island_district_became_a_special_zone(db):
    islands = area(db, "Huyện Côn Đảo", day=BEFORE)

    (heir,) = areas.successors_of(db, [islands.id])[islands.id]

    assert heir.address == "Đặc khu Côn Đảo, thành phố Hồ Chí Minh"


def test_predecessors_carry_the_place_they_had(db):
    commune = area(db)

    came_from = areas.predecessors_of(db, [commune.id])[commune.id]

    assert "Xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình" in {one.address for one in came_from}
    assert len(came_from) == 7


def test_who_answers_for_a_new_province_answers_for_what_passed_into_it(db):
    reach = areas.reach_of(db, [path(db, "Tỉnh Hưng Yên")])

    assert path(db, "Tỉnh Thái Bình", day=BEFORE) in reach
    assert path(db, "Tỉnh Hưng Yên", day=BEFORE) in reach
    assert len(reach) == 3


def test_codes_are_looked_up_on_their_level_and_day(db):
    assert areas.area_by_code(db, "12586", level=Level.COMMUNE, day=BEFORE).kind == "township"
    assert areas.area_by_code(db, "12586", level=Level.COMMUNE, day=NOW).kind == "commune"


def test_an_unknown_area_is_not_found(db):
    with pytest.raises(NotFound):
        areas.area_by_id(db, 10**6)
