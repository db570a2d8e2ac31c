"""Rows as entries: places, levels, genders, offices."""

from dataclasses import replace
from datetime import date

import pytest

from elearn.areas import Level
from elearn.people.models import Gender
from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.entries import Counted, Entry, Place, Problem
from elearn.people.roster.rules.entry_json import entry_as_json, entry_from
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import Attainment
from tests.people.roster.drawn import sheet
from tests.people.roster.reading_here import TODAY, names

PEN = ("HỘI LHPN TỈNH THÁI BÌNH", "HỘI LHPN HUYỆN HƯNG HÀ")


def read(*lines: str, above: tuple[str, ...] = PEN) -> list[Entry]:
    one = sheet(*above, *lines)
    (layout,) = layouts_of(Book((one,)))
    return list(entries_of(one, layout, names(), TODAY))


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("xã Minh Khai", Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình")),
        ("MINH KHAI", Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình")),
        ("TT. Hưng Hà", Place("Thị trấn Hưng Hà", "Huyện Hưng Hà", "Thái Bình")),
        ("Hội LHPN xã Minh Khai", Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình")),
    ],
)
def test_a_commune_is_told_as_it_was_called(cell, place):
    [entry] = read("Họ và tên | Chức vụ | Xã", f"Lê Thị Na | CT | {cell}")

    assert (entry.place, entry.level, entry.posts) == (
        place,
        Level.COMMUNE,
        ("commune_union_chair",),
    )


def test_a_branch_before_the_commune_is_told_apart():
    [entry] = read("Họ và tên | Chức vụ | Xã", "Lê Thị Na | CHT | thôn Đông, xã Minh Khai")

    assert entry.place == Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình", "Thôn Đông")


def test_a_name_like_a_kind_of_place_is_a_name():
    above = ("HỘI LHPN TỈNH QUẢNG NGÃI", "HỘI LHPN HUYỆN SƠN TỊNH")
    [entry] = read("Họ và tên | Chức vụ | Xã", "Lê Thị Na | CT | TỊNH SƠN", above=above)

    assert entry.place.commune == "Xã Tịnh Sơn"


def test_a_commune_nobody_knows_is_asked_and_kept_as_written():
    [entry] = read("Họ và tên | Chức vụ | Xã", "Lê Thị Na | CT | Xã Không Có")

    assert (entry.place.commune, entry.questions) == ("Xã Không Có", ("unknown_unit:Xã Không Có",))


def test_a_district_in_the_column_of_units_makes_its_officers():
    [chair, officer] = read(
        "Họ và tên | Chức vụ | Đơn vị công tác",
        "Lê Thị Na | Chủ tịch | Hội LHPN huyện Hưng Hà",
        "Lê Thị Nụ | Chuyên viên | Huyện Hưng Hà",
    )

    assert (chair.posts, chair.level) == (("union_district_chair",), Level.DISTRICT)
    assert officer.posts == ("union_district_officer",)
    assert chair.place == Place(None, "Huyện Hưng Hà", "Thái Bình")


def test_a_list_of_a_province_has_its_officers():
    above = ("HỘI LHPN TỈNH HƯNG YÊN",)
    [entry] = read("Họ và tên | Chức vụ | Số ĐT", "Lê Thị Na | PCT | 0912345678", above=above)

    assert entry.posts == ("union_province_vice_chair",)


def test_what_stands_beside_a_post_tells_the_place():
    [entry] = read("Họ và tên | Chức vụ", "Lê Thị Na | CHT thôn 3 xã Minh Khai")

    assert (entry.posts, entry.place.branch) == (("branch_head",), "Thôn 3 xã Minh Khai")


@pytest.mark.parametrize(
    ("cell", "branch"),
    [
        ("thôn Kiến Xá", "Thôn Kiến Xá"),
        ("Kiến Xá", "Kiến Xá"),
        ("THÔN KIẾN XÁ", "Thôn Kiến Xá"),
        ("=3", "Thôn 3"),
        ("-", None),
    ],
)
def test_a_branch_begins_with_a_capital(cell, branch):
    [entry] = read("Họ và tên | Chức vụ | Thôn | Xã", f"Lê Thị Na | CHT | {cell} | Minh Khai")

    assert entry.place.branch == branch


@pytest.mark.parametrize(
    ("row", "gender"),
    [
        ("Lê Thị Na | | 1985 | ", Gender.FEMALE),
        ("Lê Văn Na | 1985 | | ", Gender.MALE),
        ("Lê Thị Na | | x | ", Gender.FEMALE),
        ("Lê Thị Na | | | Nữ", Gender.FEMALE),
        ("Lê Thị Na | | 1985 | Nam", None),
        ("Bà Lê Thị Na | | | ", Gender.FEMALE),
        ("Lê Thị Na | | | ", None),
    ],
)
def test_the_gender_is_what_all_columns_agree_upon(row, gender):
    heading = "Họ và tên | Năm sinh | | Giới tính | Chức vụ"
    [entry] = read(heading, " | Nam | Nữ", f"{row} | CT")

    assert entry.gender is gender


def test_a_cross_beneath_men_or_women_tells_the_gender():
    rows = ("Lê Thị Na | | x | 1985 | CT", "Lê Văn Ba | X | | 1986 | CHT")
    found = read("Họ và tên | Giới tính | | Năm sinh | Chức vụ", " | Nam | Nữ", *rows)

    assert [one.gender for one in found] == [Gender.FEMALE, Gender.MALE]


def test_what_a_row_tells_of_an_office_is_read():
    [entry] = read(
        "Họ và tên | Chức vụ | Xã | Từ ngày | Đến ngày | Lý do thôi | Quyết định | Nhiệm kỳ",
        "Lê Thị Na | CT | Minh Khai | 01/07/2021 | 30.6.2025 | nghỉ hưu | 12/QĐ-HPN | NK 2021-26",
    )

    assert (entry.since, entry.until) == (date(2021, 7, 1), date(2025, 6, 30))
    assert (entry.end_reason, entry.decision, entry.term) == ("retired", "12/QĐ-HPN", "2021-2026")


def test_levels_plans_and_official_ids_are_read():
    [entry] = read(
        "Họ và tên | Chức vụ | Xã | Quy hoạch chức danh | Trình độ chuyên môn | LLCT | Số CCCD",
        "Lê Thị Na | CHT | Minh Khai | PCT Hội LHPN, NK 2026-2031 | ĐH Luật | TC | 34084001234",
    )

    assert entry.planned_posts == ("commune_union_vice_chair",)
    assert entry.term == "2026-2031"
    assert entry.levels == (Attainment.UNIVERSITY, Attainment.THEORY_INTERMEDIATE)
    assert (entry.official_id, entry.fixes) == ("034084001234", ("official_id_leading_zero",))
    assert entry.cells[RosterField.OFFICIAL_ID] == "…234"


def test_a_short_name_in_an_old_font_is_read_where_it_would_be_none():
    [entry] = read("Họ và tên | Chức vụ | Xã", "Y Bl« niª | CHT | Minh Khai")

    assert (entry.name, entry.fixes) == ("Y Blô Niê", ("tcvn3", "title_case_word"))
    assert entry.problems == ()


def test_a_row_without_a_name_is_told():
    [entry] = read("Họ và tên | Chức vụ | Số ĐT", " | CT | 0912345678")

    assert entry.problems == (Problem("no_name", "", RosterField.NAME),)


ONE = Entry("S", 10, "Bùi Thị Thuý", place=Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình"))


def test_an_entry_is_kept_without_its_official_id():
    entry = replace(
        *(ONE,),
        born_on=date(1984, 5, 3),
        gender=Gender.FEMALE,
        level=Level.DISTRICT,
        posts=("branch_head",),
        levels=(Attainment.MASTER,),
        counts=(Counted("branch_head", 5, date(2026, 6, 30)),),
        problems=(Problem("bad_phone", "09", RosterField.PHONE),),
        cells={RosterField.NAME: "BÙI THỊ THUÝ"},
        official_id_hash="ab",
    )

    assert entry_from(entry_as_json(entry)) == entry
    assert "034084001234" not in str(entry_as_json(replace(entry, official_id="034084001234")))
