"""Layouts as they are kept, and as a person corrects them."""

import json

from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.layout import as_json, corrected, layouts_from, layouts_of
from elearn.people.roster.rules.layouts import Heading, Layout, RosterField
from tests.people.roster.drawn import fields, sheet

HEAD = "STT|Họ và tên|Năm sinh|Chức vụ|Nơi công tác"
LIST = (
    *("HỘI LHPN TỈNH THÁI BÌNH", "DANH SÁCH", HEAD, "I. Xã Minh Khai||||"),
    *("=1|Lê Thị Hoa|1984|CHT|Thôn 3", "=2|Lê Thị Huệ|1985|CHT|Thôn 4", "|Cộng: 2|||"),
    *("|||Hưng Hà, ngày 12 tháng 6 năm 2025|", "|||CHỦ TỊCH|"),
)


def read(*lines: str) -> Layout:
    (found,) = layouts_of(Book((sheet(*lines),)))
    return found


def said(field: RosterField) -> Heading:
    return Heading("", field, 1)


def test_a_layout_is_kept_as_it_was_understood():
    found = read(*LIST)

    kept = json.loads(json.dumps(as_json([found])))

    assert layouts_from(kept) == (found,)


def test_a_long_list_is_kept_in_few_words():
    found = read(HEAD, *(f"={at}|Lê Thị Hoa|1984|CHT|Thôn 3" for at in range(1, 2_001)))

    assert len(found.entry_rows) == 2_000
    assert len(json.dumps(as_json([found]))) < 2_000


def test_nothing_is_another_after_a_correction_that_says_what_was_understood():
    found = read(*LIST)

    assert corrected(found, sheet(*LIST), {}) == found
    assert corrected(found, sheet(*LIST), found.columns) == found


def test_what_a_person_says_of_a_column_holds_and_the_rest_stays():
    found = read(*LIST)

    told = corrected(found, sheet(*LIST), {4: said(RosterField.NOTE)})

    assert fields(found) == "number name born post branch"
    assert fields(told) == "number name born post note"
    assert told.columns[4] == Heading("Nơi công tác", RosterField.NOTE, 1)
    assert (told.entry_rows, told.context) == (found.entry_rows, found.context)


def test_another_column_of_names_makes_other_rows_entries():
    lines = ("STT|Họ và tên|Người liên hệ|SĐT", "=1||Lê Thị Hoa|0912345678", "||Lê Thị Huệ|")
    columns = {1: said(RosterField.UNKNOWN), 2: said(RosterField.NAME)}

    found = read(*lines)
    told = corrected(found, sheet(*lines), columns)

    assert (found.entry_rows, told.entry_rows) == ((2,), (2, 3))


def test_a_heading_that_stands_elsewhere_is_read_anew():
    lines = ("Họ và tên|Năm sinh|Chức vụ", "Tên|Sinh|Làm gì", "Lê Thị Hoa|1984|CHT")
    found = read(*lines)

    told = corrected(found, sheet(*lines), {}, header_rows=[1, 2])

    assert (told.header_rows, told.entry_rows) == ((1, 2), (3,))
    assert fields(told) == "name born post"


def test_rows_that_a_sheet_hides_are_read_and_told():
    one = sheet(*LIST)
    hiding = type(one)(one.name, one.rows, hidden_rows=frozenset([1, 6]))

    (found,) = layouts_of(Book((hiding,)))

    assert found.entry_rows == (5, 6)
    assert found.hidden_rows == (6,)
