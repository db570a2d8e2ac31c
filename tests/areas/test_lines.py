"""What the lines of a file of changes say, read from the rows of a sheet."""

import pytest

from elearn.areas.rules import COLUMNS, Manner, lines_of

HEAD = tuple(COLUMNS.values())


def told(problems):
    return [f"{problem.line}: {problem.text}" for problem in problems]


def read(*rows):
    return lines_of(list(enumerate(rows, start=1)))


def test_headings_are_found_below_a_letterhead_in_any_order_and_case():
    head = ("HÌNH THỨC", "mã cũ", "Cấp", "Tên cũ", *HEAD[3:7], "Mặc định", "Ghi chú")
    lines, problems = read(("SỞ NỘI VỤ",), (), head, ("Chia", "4", "Cấp xã", "", "9"))

    assert problems == []
    assert [(line.number, line.manner, line.old_code) for line in lines] == [
        (4, Manner.SPLIT, "00004")
    ]
    assert lines[0].new_code == "00009"


def test_missing_headings_are_named():
    _, problems = read(("Mã cũ", "Hình thức", "Tên cũ"))

    assert "các cột: Cấp, Mã mới, Tên mới" in told(problems)[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("4", "", "làng", "9", "", "", "", "chia"), "Cột Cấp ghi tỉnh, huyện hoặc xã"),
        (("4", "", "xã", "9", "", "", "", "sao đó"), "Cột Hình thức ghi một trong"),
        (("4", "", "xã", "9", "Mới", "quận", "33", "nhập"), "Không có loại “quận” ở cấp này"),
        (("A4", "", "xã", "9", "", "", "", "chia"), "mã cấp này có 5 chữ số"),
        (("", "", "xã", "9", "", "", "", "chia"), "Thiếu mã cũ"),
        (("4", "", "xã", "", "", "", "", "chia"), "Thiếu mã mới"),
        (("4", "", "xã", "9", "", "", "", "đổi tên"), "không ghi gì mới"),
        (("4", "", "xã", "9", "Tên", "xã", "33", "thành lập"), "không có mã cũ"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(line, why):
    lines, problems = read(HEAD, (), line)

    assert lines == []
    assert [problem.line for problem in problems] == [3]
    assert why in str(problems[0].text)
