"""What area a text means: as the file means it, and what that is today."""

import pytest

from elearn.people.roster.dry_running import packaged_names
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.rules.gazetteer import Gazetteer, MeantKind
from tests.make.areas import NOW, area

ONE, SPLIT, SEVERAL, UNKNOWN = MeantKind


@pytest.fixture(scope="module")
def packaged():
    return Gazetteer(packaged_names())


def told(meant):
    return meant.kind, meant.name, meant.district, meant.province


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình"), "Xã Minh Khai"),
        (("xa minh khai", "hung ha", "tỉnh Thái Bình"), "Xã Minh Khai"),
        (("X.Minh Khai", "H. Hưng Hà", None), "Xã Minh Khai"),
        (("TT Hưng Hà", "huyện Hưng Hà", "Thái Bình"), "Thị trấn Hưng Hà"),
        (("TT. Hưng Hà", "H.Hưng Hà", None), "Thị trấn Hưng Hà"),
        (("T.T Hưng Hà", None, "T. Thái Bình"), "Thị trấn Hưng Hà"),
        (("Hội LHPN xã Minh Khai, huyện Hưng Hà - tỉnh Thái Bình", None, None), "Xã Minh Khai"),
        (("Minh Khai - Hưng Hà – Thái Bình", None, None), "Xã Minh Khai"),
        (("Chi hội thôn 3, xã Minh Khai (cũ)", "Hưng Hà", None), "Xã Minh Khai"),
    ],
)
def test_an_old_commune_is_meant_as_the_file_writes_it(packaged, texts, name):
    meant = packaged.meant(*texts)

    assert told(meant) == (ONE, name, "Huyện Hưng Hà", "Thái Bình")
    assert meant.is_ended
    assert (meant.present.full_name, meant.present.province) == ("Xã Hưng Hà", "Hưng Yên")


@pytest.mark.parametrize("texts", [("P5", "Q.3", "TP.HCM"), ("Phường 05", "Quận 3", "Sài Gòn")])
def test_numbers_are_read_with_and_without_a_nought(packaged, texts):
    assert told(packaged.meant(*texts)) == (ONE, "Phường 5", "Quận 3", "Hồ Chí Minh")


@pytest.mark.parametrize("text", ["Xa Dung", "Xã Xa Dung", "x. xa dung"])
def test_a_name_that_begins_like_a_type_is_a_name(packaged, text):
    assert told(packaged.meant(text, None, None)) == (ONE, "Xã Xa Dung", None, "Điện Biên")


def test_a_commune_of_today_is_found_under_the_district_it_came_from(packaged):
    meant = packaged.meant("Xã Hưng Hà", "Huyện Hưng Hà", "Thái Bình")

    assert told(meant) == (ONE, "Xã Hưng Hà", None, "Hưng Yên")
    assert not meant.is_ended


def test_a_split_commune_has_its_heirs_to_choose_from_the_likeliest_first(packaged):
    meant = packaged.meant("Xã Thái Bình", "Yên Sơn", None)

    assert meant.kind is SPLIT
    assert [heir.full_name for heir in meant.heirs] == ["Xã Thái Bình", "Phường Nông Tiến"]
    assert meant.present is None


def test_a_name_borne_in_many_places_is_asked(packaged):
    meant = packaged.meant("Xã Minh Khai", None, None)

    assert meant.kind is SEVERAL
    assert {heir.full_name for heir in meant.heirs} >= {"Xã Hưng Hà", "Xã Vũ Thư", "Xã Minh Khai"}


def test_a_commune_in_a_district_where_it_never_lay_is_asked_within_the_province(packaged):
    meant = packaged.meant("Xã Minh Khai", "Huyện Quỳnh Phụ", "Thái Bình")

    assert meant.kind is SEVERAL
    assert {heir.full_name for heir in meant.heirs} == {"Xã Hưng Hà", "Xã Vũ Thư"}


def test_a_name_nobody_bears_is_told_what_comes_near(packaged):
    meant = packaged.meant("Xã Min Khai", "Huyện Hưng Hà", "Thái Bình")

    assert meant.kind is UNKNOWN
    assert meant.suggestions == ("Xã Minh Khai, Huyện Hưng Hà, Thái Bình",)


def test_without_a_commune_the_district_or_the_province_is_meant(packaged):
    assert told(packaged.meant(None, None, "Thái Bình"))[:2] == (ONE, "Tỉnh Thái Bình")
    assert packaged.meant(None, "TP Cao Lãnh", None).name == "Thành phố Cao Lãnh"
    assert packaged.meant(None, "H. Cao Lãnh", None).name == "Huyện Cao Lãnh"
    assert packaged.meant(None, None, None).kind is UNKNOWN


def test_the_database_says_the_same_and_knows_what_lies_at_home(db):
    gazetteer = gazetteer_of(db, NOW, area(db, "Xã Vũ Thư").id)

    found = gazetteer.meant("Xã Minh Khai", None, None)

    assert told(found) == (ONE, "Xã Minh Khai", "Huyện Vũ Thư", "Thái Bình")
    assert found.area_ids == (area(db, "Xã Vũ Thư").id,)


def test_what_was_read_once_is_not_read_again(db, count_queries):
    gazetteer_of(db, NOW)

    with count_queries() as queries:
        gazetteer_of(db, NOW)

    assert len(queries) == 1
