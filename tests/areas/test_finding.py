"""Finding a place by what people type."""

import pytest

from elearn import areas
from tests.make.areas import NOW


def told(db, text, limit=20):
    return [
        f"{found.full_name} | {found.place} | {'; '.join(h.address for h in found.successors)}"
        for found in areas.find(db, text, day=NOW, limit=limit)
    ]


def test_an_old_commune_is_told_with_its_place_and_what_it_is_now(db):
    assert told(db, "Minh Khai, Hưng Hà") == [
        "Xã Minh Khai | huyện Hưng Hà, tỉnh Thái Bình | Xã Hưng Hà, tỉnh Hưng Yên"
    ]


@pytest.mark.parametrize(
    "typed", ["Hưng Hà", "hung ha", "HƯNG HÀ", "  hưng   hà ", "Hu\u031bng Hà"]
)
def test_what_stands_comes_before_what_has_ended(db, typed):
    found = areas.find(db, typed, day=NOW)

    assert found[0].full_name == "Xã Hưng Hà"
    assert [one.is_current for one in found[:4]] == [True, False, False, False]


def test_the_type_that_was_typed_comes_first(db):
    assert areas.find(db, "thị trấn hưng hà", day=NOW)[0].full_name == "Thị trấn Hưng Hà"


def test_both_manners_of_writing_a_tone_find_the_same(db):
    assert told(db, "Hoà Bình") == told(db, "Hòa Bình")


def test_the_spelling_typed_comes_before_others_of_the_same_letters(db):
    names = [found.full_name for found in areas.find(db, "Văn Lang", day=NOW)]

    assert names.index("Xã Văn Lang") < names.index("Xã Văn Lăng")
    assert "Xã Văn Lăng" in names


def test_an_exact_name_comes_before_a_beginning_and_that_before_a_part(db):
    names = [found.full_name for found in areas.find(db, "a luoi", day=NOW, limit=50)]
    parts = [found.full_name for found in areas.find(db, "hai", day=NOW, limit=400)]

    assert names[0] == "Huyện A Lưới"
    assert parts.index("Xã Hải An") < parts.index("Xã An Hải")


def test_a_lasting_area_is_told_once_under_its_present_name(db):
    assert told(db, "thành phố Đồng Nai")[0].startswith("Thành phố Đồng Nai")
    assert sum("Thành phố Đồng Nai | " in line for line in told(db, "Đồng Nai")) == 1


@pytest.mark.parametrize("typed", ["%", "_", "", "  ", ",", "xyzzy", "\\"])
def test_signs_without_a_name_find_nothing(db, typed):
    assert told(db, typed) == []


def test_finding_takes_a_bounded_number_of_queries(db, count_queries):
    with count_queries() as queries:
        areas.find(db, "tân", day=NOW, limit=50)

    assert len(queries) <= 5
