"""Rows as entries: places, levels, genders, offices, and rows that mean one person."""

from dataclasses import replace
from datetime import date

import pytest

from elearn.areas import Level
from elearn.people.models import Gender
from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.duplicates import with_duplicates
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


def test_a_row_without_a_name_is_told():
    [entry] = read("Họ và tên | Chức vụ | Số ĐT", " | CT | 0912345678")

    assert entry.problems == (Problem("no_name", "", RosterField.NAME),)


ONE = Entry("S", 10, "Bùi Thị Thuý", place=Place("Xã Minh Khai", "Huyện Hưng Hà", "Thái Bình"))


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ({"phone": "0905111222"}, {"name": "Bùi Thị Thúy", "phone": "0905111222"}, True),
        ({"phone": "0905111222"}, {"name": "Bùi Thị Thùy", "phone": "0905111222"}, False),
        ({"phone": "0905111222"}, {"phone_alt": "0905111222"}, True),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 5, 3)}, True),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 3, 5)}, False),
        ({"born_on": date(1984, 5, 3)}, {"born_on": date(1984, 5, 3), "place": Place("X")}, False),
        ({"birth_year": 1984}, {"birth_year": 1984}, True),
        ({"birth_year": 1984, "phone": "01"}, {"birth_year": 1984, "phone": "02"}, False),
        ({"birth_year": 1984, "phone": "01"}, {"birth_year": 1984}, True),
        ({"birth_year": 1984}, {"birth_year": 1985}, False),
        ({"phone": "09"}, {"name": "Bui Thi Thuy", "phone": "09"}, True),
        ({"official_id_hash": "a"}, {"official_id_hash": "a"}, True),
        ({"phone": "09"}, {"name": "Bùi Thị Mai", "name_alt": "Bùi Thị Thúy", "phone": "09"}, True),
        ({"phone": "09", "person_key": 3}, {"phone": "09", "person_key": 3}, False),
    ],
)
def test_a_row_that_means_somebody_of_an_earlier_one_has_its_number(first, second, is_same):
    rows = [replace(ONE, **first), replace(ONE, row=14, **second)]

    [_, later] = with_duplicates(rows)

    assert later.duplicate_of == (10 if is_same else None)


def test_a_third_row_has_the_number_of_the_first_and_the_sheet_if_it_is_another():
    one = replace(ONE, phone="0905111222")
    rows = [one, replace(one, row=14), replace(one, sheet="T", row=3)]

    told = [(entry.duplicate_of, entry.duplicate_sheet) for entry in with_duplicates(rows)]

    assert told == [(None, None), (10, None), (10, "S")]


def test_who_might_be_the_same_is_asked():
    shared = [replace(ONE, phone="09"), replace(ONE, row=11, name="Lê Thị Na", phone="09")]
    alike = [replace(ONE, row=row, birth_year=1984, phone=str(row)) for row in (10, 11)]

    assert with_duplicates(shared)[1].questions == ("same_phone_as:10",)
    assert with_duplicates(alike)[1].questions == ("same_name_as:10",)


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
