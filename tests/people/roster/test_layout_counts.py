"""Sheets that tell how many there are of whom, and not who."""

from datetime import date

from tests.people.roster.drawn import fields, layout


def groups(found):
    """Return of whom each column counts, from A on."""
    return [one.group for one in found.columns.values() if one.field == "headcount"]


def test_groups_side_by_side_each_have_a_column():
    found = layout(
        *("HỘI LHPN TỈNH THÁI BÌNH", "TỔNG HỢP SỐ LƯỢNG CÁN BỘ HỘI", "(Tính đến 30/6/2025)"),
        "STT|Huyện, thành phố|Chủ tịch Hội|Phó Chủ tịch Hội|Chi hội trưởng|Tổng số|Ghi chú",
        *("=1|Huyện Hưng Hà|=35|=35|=350|=420|", "=2|Huyện Đông Hưng|=38|=38|=300|=376|"),
        "|Tổng cộng|=73|=73|=650|=796|",
    )

    assert fields(found) == "number district headcount headcount headcount unknown note"
    assert groups(found) == ["commune_union_chair", "commune_union_vice_chair", "branch_head"]
    assert (found.entry_rows, found.skip_rows, found.is_headcounts) == ((5, 6), (7,), True)
    assert found.context.day == date(2025, 6, 30)


def test_groups_beneath_each_other_have_a_column_of_their_own():
    found = layout(
        "Đơn vị|Nhóm đối tượng|Số lượng|Ngày số liệu|Tình trạng báo cáo",
        "Xã Minh Khai|Chi hội trưởng|=12|30/06/2025|Đã báo cáo",
        "Xã Tân Lễ|Chi hội trưởng||30/06/2025|Chưa báo cáo",
    )

    assert fields(found) == "commune headcount_group headcount headcount_day reporting_state"
    assert found.entry_rows == (2, 3)


def test_what_stands_beneath_a_group_but_its_number_counts_nobody():
    found = layout(
        *("STT|Xã, phường|Chủ tịch Hội|||Chi hội trưởng||", "||Tổng số|Đã bồi dưỡng|Tỷ lệ (%)"),
        *("I|Huyện Hưng Hà|=2|=1|=50", "=1|Xã Minh Khai|=1|=1|=100", "=2|Xã Tân Lễ|=1|=0|=0"),
        "|Cộng|=2|=1|=50",
        merged=["C1:E1", "A1:A2", "B1:B2"],
    )

    assert fields(found).startswith("number commune headcount unknown unknown")
    assert groups(found)[0] == "commune_union_chair"
    assert (found.group_rows, found.entry_rows) == ({3: "Huyện Hưng Hà"}, (4, 5))
    assert found.under[3].district == "Huyện Hưng Hà"


def test_a_number_that_says_not_of_whom_is_of_whom_the_title_speaks():
    found = layout(
        *("DANH SÁCH SỐ LƯỢNG CHI HỘI TRƯỞNG", "TT|Tên xã|Số lượng", "=1|Xã Minh Khai|=12"),
    )

    assert fields(found) == "number commune headcount"
    assert groups(found) == ["branch_head"]


def test_a_list_of_persons_counts_nobody():
    found = layout("STT|Họ và tên|Chủ tịch|Xã", "=1|Lê Thị Hoa|x|Minh Khai")

    assert not found.is_headcounts
    assert found.entry_rows == (2,)
