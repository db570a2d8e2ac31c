"""What a file of changes does to the areas that stand, and all that can be wrong with it."""

from datetime import date

import pytest

from elearn.areas.rules import COLUMNS, Ground, Kind, Level, Standing, draft, lines_of

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
    standing(9, Level.PROVINCE, "44", "Sẽ Nhập", 1, valid_to=date(2027, 5, 31)),
)
FORMER = {(Level.COMMUNE, "00099"): "Thị trấn Cũ"}
LATER = {(Level.COMMUNE, "00077"): "Phường Mai Sau"}


def drafted(*lines):
    found, problems = lines_of(list(enumerate((HEAD, *lines), start=1)))
    assert problems == []
    return draft(found, Ground.of(DAY, AREAS, FORMER, LATER))


def told(problems):
    return [f"{problem.line}: {problem.text}" for problem in problems]


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
        ([("4", "", "xã", "5", "", "", "", "đổi mã")], "Mã 00005 đang là của đơn vị khác"),
        (
            [
                ("4", "", "xã", "50", "", "", "", "đổi mã"),
                ("5", "", "xã", "50", "", "", "", "đổi mã"),
            ],
            "Mã 00050 đang là của đơn vị khác",
        ),
        (
            [
                ("4", "", "xã", "5", "", "", "", "đổi mã"),
                ("5", "", "xã", "", "B", "", "", "đổi tên"),
            ],
            "Mã 00005 đang là của đơn vị khác",
        ),
        ([("4", "", "xã", "77", "", "", "", "đổi mã")], "sau ngày này là của Phường Mai Sau"),
        ([("4", "", "xã", "77", *NEW[1:], "nhập")], "sau ngày này là của Phường Mai Sau"),
        (
            [
                ("4", "", "xã", "", "A", "", "", "đổi tên"),
                ("4", "", "xã", "", "B", "", "", "đổi tên"),
            ],
            "ghi những điều khác nhau",
        ),
        ([("4", "", "xã", "", "Phường Mới", "", "", "đổi tên")], "mà loại là Xã"),
        ([("", "", "xã", "10", "Phường Mới", "xã", "33", "thành lập")], "mà loại là Xã"),
        ([("4", "", "xã", "4", "Hòa An", "xã", "33", "nhập")], "không nhập vào chính nó"),
        (
            [
                ("4", "", "xã", "5", "", "", "", "nhập"),
                ("6", "", "xã", "5", "Khác", "", "", "nhập"),
            ],
            "3: Mã 00005 đang là của Xã Bình Minh",
        ),
        ([("4", "", "xã", "5", "", "phường", "", "nhập")], "đang thuộc loại hoặc"),
        ([("4", "", "xã", "5", "", "", "22", "nhập")], "đang thuộc loại hoặc"),
        ([("4", "", "xã", "", "", "", "44", "chuyển")], "Sẽ Nhập đã có thay đổi"),
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


def test_a_code_that_an_area_changes_to_is_looked_at_too():
    made = drafted(("4", "", "xã", "99", "", "", "", "đổi mã"))

    assert told(made.warnings) == ["2: Mã 00099 trước đây là của Thị trấn Cũ."]


def test_a_line_may_name_what_it_passes_into_as_another_line_of_the_file_does():
    made = drafted(
        ("4", "", "xã", "5", "Phường Đại Đồng", "phường", "22", "nhập"),
        ("5", "", "xã", "", "Phường Đại Đồng", "phường", "22", "chuyển"),
    )

    assert made.problems == []
    assert made.fates == ["Xã Hòa An → Phường Đại Đồng"]


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
