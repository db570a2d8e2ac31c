"""What a letterhead, a title, a signature and the name of a sheet say of a list."""

from datetime import date

import pytest

from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.layout import layouts_of
from elearn.people.roster.rules.layout.places import places_in
from tests.people.roster.drawn import layout, sheet

HEAD, HOA = "STT|Họ và tên|Năm sinh|Chức vụ", "=1|Lê Thị Hoa|1984|CHT"


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (["HỘI LHPN TỈNH THÁI BÌNH", "HỘI LHPN HUYỆN HƯNG HÀ"], "Huyện Hưng Hà, Tỉnh Thái Bình"),
        (["UBND HUYỆN ĐÔNG HƯNG", "XÃ ĐÔNG LA"], "Xã Đông La, Huyện Đông Hưng"),
        (["HUYỆN ỦY HƯNG HÀ|ĐẢNG CỘNG SẢN VIỆT NAM"], "Huyện Hưng Hà"),
        (
            ["Đơn vị: Xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình"],
            "Xã Minh Khai, Huyện Hưng Hà, Tỉnh Thái Bình",
        ),
        (["DANH SÁCH CHI HỘI TRƯỞNG XÃ MINH KHAI THAM GIA LỚP TẬP HUẤN"], "Xã Minh Khai"),
        (["HỘI LHPN THÀNH PHỐ THÁI BÌNH", "PHƯỜNG KỲ BÁ"], "Phường Kỳ Bá, Thành phố Thái Bình"),
        (["HỘI LHPN THÀNH PHỐ HẢI PHÒNG", "QUẬN 3"], "Quận 3, Thành phố Hải Phòng"),
        (["HỘI LHPN TỈNH BÀ RỊA - VŨNG TÀU"], "Tỉnh Bà Rịa - Vũng Tàu"),
        (["HỘI LHPN TỈNH ………", "DANH SÁCH CÁN BỘ HỘI CƠ SỞ XÃ, PHƯỜNG NĂM 2025"], ""),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỔ CHỨC CHÍNH TRỊ - XÃ HỘI"], ""),
        (
            ["HỘI LHPN TỈNH HƯNG YÊN", "(Kèm theo Công văn số 12 của Hội LHPN tỉnh Thái Bình)"],
            "Tỉnh Hưng Yên",
        ),
    ],
)
def test_a_letterhead_tells_of_which_place_the_list_is(above, told):
    found = layout(*above, "", HEAD, HOA).context

    assert ", ".join(filter(None, (found.commune, found.district, found.province))) == told


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "|||Hưng Hà, ngày 12 tháng 6 năm 2025", date(2025, 6, 12)),
        ("|||Hưng Hà, ngày 05 tháng 03 năm 2024", "", date(2024, 3, 5)),
        ("(Tính đến ngày 30/6/2025)", "|||Hưng Hà, ngày 12 tháng 7 năm 2025", date(2025, 6, 30)),
        ("(Số liệu đến 31.12.2024)", "", date(2024, 12, 31)),
        (
            "(Kèm theo Công văn số 12/CV-HPN ngày 10/6/2025)",
            "|||Ngày 12 tháng 6 năm 2025",
            date(2025, 6, 12),
        ),
        ("(Kèm theo Công văn số 12/CV-HPN ngày 10/6/2025)", "", date(2025, 6, 10)),
        ("(Kèm theo Công văn số … ngày … tháng … năm ……)", "|||Ngày 31 tháng 2 năm 2025", None),
    ],
)
def test_the_day_of_a_list_is_that_of_its_numbers_else_of_its_signature(above, below, day):
    assert layout("DANH SÁCH", above, HEAD, HOA, below).context.day == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UBND PHƯỜNG 4 QUẬN 3 TP HỒ CHÍ MINH", ["Phường 4", "Quận 3", "Thành phố Hồ Chí Minh"]),
        ("T.T Hưng Hà", ["Thị trấn Hưng Hà"]),
        ("X. Minh Khai, H. Hưng Hà", ["Xã Minh Khai", "Huyện Hưng Hà"]),
        ("thị trấn Năm Căn", ["Thị trấn Năm Căn"]),
        ("Xã Quý Lộc quý I năm 2025", ["Xã Quý Lộc"]),
        ("Tổ trưởng tổ phụ nữ thôn Kiến Xá", ["Thôn Kiến Xá"]),
        ("Nguyễn Thị Xã", []),
        ("các xã, phường trong tỉnh", []),
    ],
)
def test_places_are_known_by_the_word_before_them(text, told):
    assert [one.text for one in places_in(text)] == told


def test_sheets_are_of_the_commune_for_which_they_are_named():
    names = ("1. Minh Khai", "TT Hưng Hà", "Huyện Đông Hưng", "Danh sách")
    book = Book(tuple(sheet("HỘI LHPN TỈNH THÁI BÌNH", HEAD, HOA, name=name) for name in names))

    found = [one.context for one in layouts_of(book)]

    assert [one.commune for one in found] == ["Minh Khai", "Thị trấn Hưng Hà", None, None]
    assert [one.district for one in found] == [None, None, "Huyện Đông Hưng", None]
    assert {one.province for one in found} == {"Tỉnh Thái Bình"}


def test_the_name_of_a_single_sheet_is_no_commune_unless_it_says_so():
    plain, said = (Book((sheet(HEAD, HOA, name=name),)) for name in ("Hưng Hà", "Xã Hưng Hà"))

    assert [layouts_of(one)[0].context.commune for one in (plain, said)] == [None, "Xã Hưng Hà"]


def test_sheets_of_instructions_and_hidden_ones_are_left_out():
    book = Book(
        (
            sheet("Cột|Cách ghi", "Họ và tên|Ghi theo căn cước", "Ngày sinh|dd/mm/yyyy"),
            sheet("Ngày sinh ghi dd/mm/yyyy", "Không gộp ô", name="HUONG DAN"),
            sheet(HEAD, HOA, name="Cũ", is_hidden=True),
            sheet(HEAD, HOA, name="Mới"),
            sheet(name="Sheet3"),
        )
    )

    assert [one.sheet for one in layouts_of(book)] == ["Mới"]


def test_a_hidden_sheet_is_read_if_no_other_has_a_table():
    book = Book((sheet("Bìa"), sheet(HEAD, HOA, name="Cũ", is_hidden=True)))

    assert [one.sheet for one in layouts_of(book)] == ["Cũ"]


def test_a_second_table_has_its_own_heading_and_title_and_the_letterhead_of_the_first():
    book = Book(
        (
            sheet(
                *("HỘI LHPN TỈNH THÁI BÌNH", "DANH SÁCH CHỦ TỊCH HỘI", HEAD, HOA, "|Cộng: 1||"),
                *("", "DANH SÁCH CHI HỘI TRƯỞNG XÃ MINH KHAI", "TT|Họ tên|Chi hội|SĐT"),
                "=1|Lê Thị Huệ|Thôn 1|0912345678",
            ),
        )
    )

    first, second = layouts_of(book)

    assert (first.header_rows, first.entry_rows, first.skip_rows) == ((3,), (4,), (5, 7))
    assert (second.header_rows, second.entry_rows) == ((8,), (9,))
    assert (first.context.commune, second.context.commune) == (None, "Xã Minh Khai")
    assert second.context.province == "Tỉnh Thái Bình"
