"""Rows that head others: communes, districts, branches, posts; and what holds beneath them."""

import pytest

from tests.people.roster.drawn import entries, layout, rows

HEAD = "STT|Họ và tên|Năm sinh|Chức vụ|Ghi chú"
HOA, HUE, LAN = ("=1|Lê Thị Hoa|1984|CHT|", "=1|Lê Thị Huệ|1985|CHT|", "=1|Lê Thị Lan|1986|CHT|")


def drawn(told, *lines, beneath, merged=()):
    """Return rows as they stand on paper, and of each person what stands above her."""
    return pytest.param(lines, merged, beneath, id=told)


@pytest.mark.parametrize(
    ("lines", "merged", "beneath"),
    [
        drawn(
            "Roman numbers before communes, how many stand in them after",
            *(HEAD, "I. Xã Minh Khai||||", HOA, "II/ TT Hưng Hà: 02 đ/c||||", HUE),
            *("III|Xã Đoan Hùng (01 người)|||", LAN),
            beneath=["Xã Minh Khai", "Thị trấn Hưng Hà", "Xã Đoan Hùng"],
        ),
        drawn(
            "numbers before wards, merged over the table",
            *(HEAD, "1. Phường Trần Lãm||||", HOA, "2. Phường Kỳ Bá||||", HUE),
            merged=["A2:E2", "A4:E4"],
            beneath=["Phường Trần Lãm", "Phường Kỳ Bá"],
        ),
        drawn(
            "only the names of communes, one merged, one in the column of names",
            *(HEAD, "MINH KHAI||||", HOA, "|Hòa Tiến|||", HUE),
            merged=["A2:E2"],
            beneath=["Minh Khai", "Hòa Tiến"],
        ),
        drawn(
            "communes by their Union, with counts beside them",
            *(HEAD, "I|Hội LHPN xã Minh Khai|2||", HOA, "II|HỘI LHPN XÃ TÂN LỄ|3||", HUE),
            beneath=["Xã Minh Khai", "Xã Tân Lễ"],
        ),
        drawn(
            "districts over communes",
            *(HEAD, "A|HUYỆN HƯNG HÀ|||", "I|Xã Minh Khai|||", HOA, "II|Xã Tân Lễ|||", HUE),
            *("B|HUYỆN ĐÔNG HƯNG|||", LAN),
            beneath=[
                "Xã Minh Khai, Huyện Hưng Hà",
                "Xã Tân Lễ, Huyện Hưng Hà",
                "Huyện Đông Hưng",
            ],
        ),
        drawn(
            "a commune and its district in one row",
            *(HEAD, "I. Xã Minh Khai - huyện Hưng Hà - tỉnh Thái Bình||||", HOA),
            beneath=["Xã Minh Khai, Huyện Hưng Hà, Tỉnh Thái Bình"],
        ),
        drawn(
            "branches of a commune that the letterhead names",
            *("HỘI LHPN XÃ MINH KHAI", HEAD, "Chi hội thôn 3||||", HOA, "Chi hội Kiến Xá||||", HUE),
            beneath=["Thôn 3, Xã Minh Khai", "Chi hội Kiến Xá, Xã Minh Khai"],
        ),
        drawn(
            "posts, and communes within them",
            *(HEAD, "A. CHỦ TỊCH HỘI||||", "I. Xã Minh Khai||||", HOA, "II. Xã Tân Lễ||||", HUE),
            *("B. CHI HỘI TRƯỞNG||||", "I. Xã Minh Khai||||", LAN),
            beneath=[
                "CHỦ TỊCH HỘI, Xã Minh Khai",
                "CHỦ TỊCH HỘI, Xã Tân Lễ",
                "CHI HỘI TRƯỞNG, Xã Minh Khai",
            ],
        ),
        drawn(
            "communes, and posts within them",
            *(HEAD, "I. Xã Minh Khai||||", "1. Chủ tịch||||", HOA, "2. Chi hội trưởng||||", HUE),
            *("II. Xã Tân Lễ||||", LAN),
            merged=["A3:E3", "A5:E5"],
            beneath=["Chủ tịch, Xã Minh Khai", "Chi hội trưởng, Xã Minh Khai", "Xã Tân Lễ"],
        ),
        drawn(
            "blocks that are no places: what stood above ends there",
            *(HEAD, "I. Xã Minh Khai||||", HOA, "II. KHỐI CƠ QUAN||||", HUE),
            beneath=["Xã Minh Khai", ""],
        ),
        drawn(
            "communes without diacritics",
            *(HEAD, "I. Xa Minh Khai||||", HOA, "II. thi tran Hung Ha||||", HUE),
            beneath=["Xã Minh Khai", "Thị trấn Hung Ha"],
        ),
        drawn(
            "old fonts",
            *(HEAD, "I. X· Minh Khai||||", HOA, "II. Xaõ Taân Leã||||", HUE),
            beneath=["Xã Minh Khai", "Xã Tân Lễ"],
        ),
    ],
)
def test_what_stands_above_persons(lines, merged, beneath):
    found = [context for _, context in entries(*lines, merged=merged)]

    places = ("post", "branch", "commune", "district", "province")
    assert [
        ", ".join(filter(None, (getattr(one, at) for at in places))) for one in found
    ] == beneath


def test_a_group_is_kept_as_written_without_its_number_and_count():
    found = layout(HEAD, "I. TT Hưng Hà: 02 đ/c||||", HOA, "II. KHỐI CƠ QUAN||||", HUE)

    assert found.group_rows == {2: "TT Hưng Hà", 4: "KHỐI CƠ QUAN"}
    assert found.entry_rows == (3, 5)


def test_a_group_above_nobody_heads_nobody():
    found = layout(HEAD, "I. Xã Minh Khai||||", HOA, "II. Xã Tân Lễ||||")

    assert found.group_rows == {2: "Xã Minh Khai"}
    assert found.skip_rows == (4,)


def test_what_is_merged_downwards_or_written_only_once_is_said_of_each_row():
    head = "STT|Xã|Họ và tên|Năm sinh|Ngày bổ nhiệm"
    first, second = "=1|Minh Khai|Lê Thị Hoa|1984|1/2/2024", "=2||Lê Thị Huệ|1985|"
    third, fourth = "=3|Tân Lễ|Lê Thị Lan|1986|", "=4||Lê Thị Cúc|1987|"

    merged = drawn_cells(head, first, second, third, fourth, merged=["B2:B3", "B4:B5", "E2:E3"])
    plain = drawn_cells(head, first, second, third, fourth)

    assert merged == [plain[0], ("Minh Khai", "1/2/2024"), *plain[2:]]
    assert plain == [
        *(("Minh Khai", "1/2/2024"), ("Minh Khai", None), ("Tân Lễ", None), ("Tân Lễ", None)),
    ]


def drawn_cells(*lines, merged=()):
    return [(row.cells[1], row.cells[4]) for row in rows(*lines, merged=merged)]


def test_a_name_over_two_columns_is_put_together():
    lines = ("STT|Họ và tên||Năm sinh", "=1|Lê Thị|Hoa|1984", "=2|Trần Thị|Huệ|1985")

    found = entries(*lines, merged=["B1:C1"])

    assert [name for name, _ in found] == ["Lê Thị Hoa", "Trần Thị Huệ"]
