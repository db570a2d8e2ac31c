"""What a file of changes says, and all that can be wrong with it."""

from datetime import date

import pytest

from elearn.areas.rules import COLUMNS, Ground, Kind, Level, Manner, Standing, draft, lines_of

DAY = date(2027, 1, 1)
HEAD = tuple(COLUMNS.values())


def standing(key, level, code, name, parent=None, **more):
    kind = {Level.PROVINCE: Kind.PROVINCE, Level.COMMUNE: Kind.COMMUNE}.get(level, Kind.COUNTRY)
    days = {"valid_from": date(2025, 7, 1), "valid_to": None} | more
    return Standing(key, level, code, kind, name, parent, f"/{key}/", **days)


AREAS = (
    standing(1, Level.CENTRAL, "VN", "Việt Nam"),
    standing(2, Level.PROVINCE, "33", "Hưng Yên", 1),
    standing(3, Level.PROVINCE, "22", "Quảng Ninh", 1),
    standing(4, Level.COMMUNE, "00004", "Hòa An", 2),
    standing(5, Level.COMMUNE, "00005", "Bình Minh", 2),
    standing(6, Level.COMMUNE, "00006", "Tân Lập", 2),
    standing(7, Level.COMMUNE, "00007", "Về Sau", 2, valid_from=date(2027, 1, 1)),
    standing(8, Level.COMMUNE, "00008", "Sắp Hết", 2, valid_to=date(2027, 3, 31)),
)
FORMER = {(Level.COMMUNE, "00099"): "Thị trấn Cũ"}


def drafted(*lines):
    found, problems = lines_of(list(enumerate((HEAD, *lines), start=1)))
    assert problems == []
    return draft(found, Ground.of(DAY, AREAS, FORMER))


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


NEW = ("00010", "Xã Mới", "xã", "33")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([("9", "", "xã", *NEW, "nhập")], "Không có đơn vị mã 00009"),
        ([("4", "Bình Minh", "xã", *NEW, "nhập")], "Mã 00004 là Xã Hòa An"),
        ([("7", "", "xã", *NEW, "nhập")], "ghi cho ngày 01/01/2027"),
        ([("8", "", "xã", *NEW, "nhập")], "ghi cho ngày 01/04/2027"),
        ([("4", "", "xã", *NEW, "chia", "x")], "ít nhất hai dòng"),
        (
            [("4", "", "xã", *NEW, "chia"), ("4", "", "xã", "5", "", "", "", "chia")],
            "đúng một dòng ghi “x”",
        ),
        (
            [("4", "", "xã", *NEW, "nhập"), ("4", "", "xã", "5", "", "", "", "nhập")],
            "hai dòng; nếu chia",
        ),
        (
            [("4", "", "xã", *NEW, "nhập"), ("4", "", "xã", "", "Tên", "", "", "đổi tên")],
            "vừa kết thúc vừa còn",
        ),
        ([("4", "", "xã", "5", "Xã Khác", "", "", "nhập")], "đang là của Xã Bình Minh"),
        ([("", "", "xã", "5", "Bình Minh", "xã", "33", "thành lập")], "đang là của Xã Bình Minh"),
        ([("4", "", "xã", "10", "", "", "", "nhập")], "phải ghi Tên mới, Loại và Thuộc"),
        ([("4", "", "xã", "10", "Mới", "", "33", "nhập")], "phải ghi Loại"),
        ([("4", "", "xã", "10", "Mới", "xã", "", "nhập")], "Cột Thuộc phải ghi mã"),
        ([("4", "", "xã", "10", "Mới", "xã", "99", "nhập")], "cấp trên mã 99"),
        (
            [("4", "", "xã", *NEW, "nhập"), ("5", "", "xã", "10", "Khác", "xã", "33", "nhập")],
            "phải ghi cùng tên",
        ),
        ([("4", "", "xã", "", "Hòa An", "", "", "đổi tên")], "vốn đã như vậy"),
        ([("4", "", "xã", "5", "", "", "", "đổi mã")], "Mã 00005 đang có đơn vị khác"),
        ([("33", "", "tỉnh", "", "", "", "", "bãi bỏ")], "còn 5 đơn vị bên trong chưa có dòng"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_words(lines, why):
    problems = drafted(*lines).problems

    assert why in " | ".join(told(problems))


def test_a_code_borne_before_is_a_warning_and_no_refusal():
    made = drafted(("4", "", "xã", "99", "Mới", "xã", "33", "nhập"))

    assert made.problems == []
    assert told(made.warnings) == ["2: Mã 00099 trước đây là của Thị trấn Cũ."]


def test_a_unit_is_found_under_another_manner_of_writing_its_name():
    assert drafted(("4", "xã Hoà An", "xã", *NEW, "nhập")).problems == []


def test_an_old_code_may_be_borne_by_the_new_unit():
    made = drafted(
        ("4", "", "xã", "4", "Hòa An", "xã", "33", "nhập"),
        ("5", "", "xã", "4", "Hòa An", "xã", "33", "nhập"),
    )

    assert made.problems == []
    assert made.fates == ["Xã Hòa An → Xã Hòa An", "Xã Bình Minh → Xã Hòa An"]
    assert [step.new for step in made.passings] == [(Level.COMMUNE, "00004")] * 2


def test_two_communes_may_exchange_their_codes():
    made = drafted(
        ("4", "", "xã", "5", "", "", "", "đổi mã"), ("5", "", "xã", "4", "", "", "", "đổi mã")
    )

    assert made.problems == []
    assert [one.code for one in made.altered.values()] == ["00005", "00004"]


def test_communes_of_a_founded_province_move_into_it():
    made = drafted(
        ("", "", "tỉnh", "50", "Tỉnh Mới", "tỉnh", "", "thành lập"),
        ("4", "", "xã", "", "", "", "50", "chuyển"),
    )

    assert made.problems == []
    assert made.altered[4].parent == (Level.PROVINCE, "50")
