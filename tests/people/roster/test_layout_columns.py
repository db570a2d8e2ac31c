"""Columns whose heading is missing, or may mean several things: what they hold decides."""

import pytest

from elearn.encodings import Encoding
from elearn.people.roster.rules.layouts import RosterField
from tests.people.roster.drawn import fields, layout


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        (("Xã Minh Khai", "TT Hưng Hà", "Hội LHPN xã Tân Lễ"), "commune"),
        (("Thôn 3", "Chi hội Kiến Xá", "tổ 4"), "branch"),
        (("Huyện Hưng Hà", "TP Thái Bình", "huyện Đông Hưng"), "district"),
        (("Thôn 3, xã Minh Khai", "Thôn 4, xã Tân Lễ", "Tổ 1, phường Kỳ Bá"), "unit"),
        (("Trường Chính trị", "Ban Tổ chức", "Minh Khai"), "unit"),
    ],
)
def test_a_unit_is_of_the_kind_that_most_cells_say(cells, meant):
    rows = [f"={at}|Lê Thị Hoa|1984|{cell}" for at, cell in enumerate(cells, 1)]

    assert fields(layout("STT|Họ và tên|Năm sinh|Đơn vị", *rows)) == f"number name born {meant}"


def test_notes_that_are_posts_are_posts_where_nothing_else_tells_them():
    rows = ("=1|Lê Thị Hoa|1984|Chủ tịch", "=2|Lê Thị Huệ|1985|CHT", "=3|Lê Thị Lan|1986|")

    assert fields(layout("STT|Họ và tên|Năm sinh|Ghi chú", *rows)) == "number name born post"
    with_posts = layout("STT|Họ và tên|Chức vụ|Ghi chú", *rows)
    assert fields(with_posts) == "number name post note"


def test_columns_without_a_heading_are_guessed_and_told_to_be_looked_at():
    found = layout(
        "STT||Năm sinh|Chức vụ||",
        "=1|Lê Thị Hoa|1984|CHT|0912345678|Thôn 3",
        "=2|Lê Thị Huệ|1985|CHT|0912 345 679|Thôn 4",
    )

    assert fields(found) == "number name born post phone branch"
    assert {at for at, one in found.columns.items() if one.confidence < 0.5} == {1, 4, 5}


def test_a_list_without_any_heading_is_guessed_as_a_whole():
    found = layout("Lê Thị Hoa|0912345678|Chi hội trưởng", "Lê Thị Huệ|0912345679|Chi hội phó")

    assert found.header_rows == ()
    assert found.entry_rows == (1, 2)
    assert fields(found) == "name phone post"


def test_years_under_men_and_women_are_of_birth_and_crosses_tell_the_sex():
    years = ("=1|Lê Thị Hoa||=1984|0912345678", "=2|Lê Văn Nam|=1975||0912345679")
    crosses = ("=1|Lê Thị Hoa||x|0912345678", "=2|Lê Văn Nam|x||0912345679")

    of_years = layout("STT|Họ và tên|Nam|Nữ|SĐT", *years)
    of_crosses = layout("STT|Họ và tên|Nam|Nữ|SĐT", *crosses)

    assert fields(of_years) == "number name born_male born_female phone"
    assert fields(of_crosses) == "number name is_male is_female phone"


def test_a_column_that_means_nothing_here_is_kept_with_its_heading():
    found = layout("STT|Họ và tên|Năm sinh|Ngày vào Đảng|Cỡ áo", "=1|Lê Thị Hoa|1984|3/2/2005|M")

    assert [one.text for one in found.columns.values()][3:] == ["Ngày vào Đảng", "Cỡ áo"]
    assert fields(found) == "number name born unknown unknown"


def test_a_hidden_column_counts_only_where_no_visible_one_tells_the_same():
    lines = (
        "STT|Họ và tên|SĐT|Số điện thoại|Ngày sinh",
        "=1|Lê Thị Hoa|0912345678|0912345670|1984",
    )

    assert fields(layout(*lines, hidden="CE")) == "number name unknown phone born"


def test_two_columns_of_days_of_birth_leave_one():
    found = layout("STT|Họ và tên|Ngày sinh|Năm sinh", "=1|Lê Thị Hoa|05/03/1984|1984")

    assert fields(found) == "number name born unknown"


def test_cells_that_do_not_look_like_their_heading_make_it_doubtful():
    sure = layout("STT|Họ và tên|Ngày sinh", "=1|Lê Thị Hoa|05/03/1984")
    doubtful = layout("STT|Họ và tên|Ngày sinh", "=1|Lê Thị Hoa|Thôn Kiến Xá")

    assert sure.columns[2].confidence > 0.9
    assert doubtful.columns[2].confidence < 0.5


def test_months_come_first_where_a_second_number_can_only_be_a_day_and_a_first_one_never():
    head = "STT|Họ và tên|Ngày sinh"

    american = layout(head, "=1|Lê Thị Hoa|3/25/1984", "=2|Lê Thị Huệ|4/5/85")
    plain = layout(head, "=1|Lê Thị Hoa|25/3/1984", "=2|Lê Thị Huệ|4/5/85")
    mixed = layout(head, "=1|Lê Thị Hoa|3/25/1984", "=2|Lê Thị Huệ|25/3/1984")

    assert [one.columns[2].is_month_first for one in (american, plain, mixed)] == [
        True,
        False,
        False,
    ]


def test_a_day_that_never_was_does_not_turn_those_of_others_round():
    found = layout("STT|Họ và tên|Ngày sinh", "=1|Lê Thị Hoa|02/30/1984", "=2|Lê Thị Huệ|4/5/1985")

    assert not found.columns[2].is_month_first


def test_a_column_tells_in_which_font_its_cells_were_typed():
    found = layout(
        "STT|Họ và tên|Năm sinh|Chức vụ",
        *("=1|NguyÔn ThÞ H­êng|=1984|Chủ tịch", "=2|TrÇn ThÞ HuÖ|=1985|Chi hội trưởng"),
    )

    assert found.columns[1].encoding is Encoding.TCVN3
    assert found.columns[3].encoding is Encoding.UNICODE
    assert found.column_of(RosterField.NAME) == 1
