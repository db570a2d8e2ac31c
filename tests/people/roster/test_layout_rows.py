"""What the rows beneath a heading are: persons, totals, signatures, headings of the next page."""

import pytest

from tests.people.roster.drawn import layout

HEAD = "STT|Họ và tên|Năm sinh|Chức vụ"
FIRST, SECOND = "=1|Lê Thị Hoa|=1984|Chủ tịch", "=2|Lê Thị Huệ|=1985|CHT"


def drawn(told, *lines, entries, skipped=()):
    """Return rows as they stand on paper, and which of them are persons or are skipped."""
    return pytest.param(lines, entries, skipped, id=told)


@pytest.mark.parametrize(
    ("lines", "entries", "skipped"),
    [
        drawn(
            "columns numbered beneath the heading",
            *(HEAD, "(1)|(2)|(3)|(4)", FIRST),
            entries=(3,),
            skipped=(2,),
        ),
        drawn(
            "columns lettered and numbered beneath the heading",
            *(HEAD, "A|B|1|2", FIRST),
            entries=(3,),
            skipped=(2,),
        ),
        drawn(
            "columns numbered once more where a page begins",
            *(HEAD, FIRST, "1|2|3|4", SECOND),
            entries=(2, 4),
            skipped=(3,),
        ),
        drawn(
            "two bodies confirm the list, beside each other",
            *(HEAD, FIRST, "|XÁC NHẬN CỦA ĐẢNG ỦY||HỘI LHPN XÃ", "|BÍ THƯ||CHỦ TỊCH"),
            "|Trần Văn Nam||Nguyễn Thị Lan",
            entries=(2,),
            skipped=(3, 4, 5),
        ),
        drawn(
            "who made the list stands in the column of numbers",
            *(HEAD, FIRST, "|||Hưng Hà, ngày … tháng … năm 2025", "Người lập||Chủ tịch Hội|"),
            "Lê Thị Tám||Nguyễn Thị Lan|",
            entries=(2,),
            skipped=(3, 4, 5),
        ),
        drawn(
            "a heading of two rows repeated on the second page",
            *("STT|Họ và tên|Năm sinh||Chức vụ", "||Nam|Nữ|", "=1|Lê Thị Hoa||=1984|CHT"),
            *("STT|Họ và tên|Năm sinh||Chức vụ", "||Nam|Nữ|", "=2|Lê Thị Huệ||=1985|CHT"),
            entries=(3, 6),
            skipped=(4, 5),
        ),
        drawn(
            "numbers prepared for people who were not found",
            *(HEAD, FIRST, "=2|||", "=3|||"),
            entries=(2,),
        ),
        drawn(
            "names that begin like totals: Tống, Công",
            *(HEAD, "=1|Tống Thị Có|=1984|CHT", "=2|Công Thị Hoa|=1985|CHT", "|Tổng số: 2|"),
            entries=(2, 3),
            skipped=(4,),
        ),
        drawn(
            "sums of each commune and of all",
            *(HEAD, FIRST, "|Cộng xã Minh Khai|1|", SECOND, "|Cộng|1|", "Tổng cộng (I+II)|||2"),
            entries=(2, 4),
            skipped=(3, 5, 6),
        ),
        drawn(
            "a sentence that says how many they are",
            *(HEAD, FIRST, "Danh sách này có 01 đồng chí./."),
            entries=(2,),
            skipped=(3,),
        ),
        drawn(
            "a chair among the persons, and the chair who signs",
            *(HEAD, FIRST, "=2|Lê Thị Huệ|=1985|CHỦ TỊCH", "|||Hưng Hà, ngày 12 tháng 6 năm 2025"),
            *("|||TM. BAN THƯỜNG VỤ", "|||CHỦ TỊCH", "", "|||Nguyễn Thị Lan"),
            entries=(2, 3),
            skipped=(4, 5, 6, 8),
        ),
        drawn(
            "who made the list and who signs it, beside each other in the columns of persons",
            *(HEAD, FIRST, "|NGƯỜI LẬP BIỂU||CHỦ TỊCH", "|(Ký, ghi rõ họ tên)||(Ký tên, đóng dấu)"),
            *("", "|Trần Thị Hoa||Nguyễn Thị Lan"),
            entries=(2,),
            skipped=(3, 4, 6),
        ),
        drawn(
            "to whom it is sent, left of the signature",
            *(HEAD, FIRST, "Nơi nhận:|||TM. BTV", "- Như trên;|||KT. CHỦ TỊCH"),
            *("- Lưu VT.|||PHÓ CHỦ TỊCH", "", "|||Nguyễn Thị Lan"),
            entries=(2,),
            skipped=(3, 4, 5, 7),
        ),
        drawn(
            "only a name beneath the total, without any word of a signature",
            *(HEAD, FIRST, "|Cộng: 1 người||", "", "|Nguyễn Thị Lan||"),
            entries=(2,),
            skipped=(3, 5),
        ),
        drawn(
            "a list signed in its middle, that goes on",
            *(HEAD, FIRST, "|||TM. BAN THƯỜNG VỤ", "|||Nguyễn Thị Lan", SECOND),
            entries=(2, 5),
            skipped=(3, 4),
        ),
        drawn(
            "footnotes",
            *(HEAD, FIRST, "Ghi chú: ghi tên theo căn cước", "* Lưu ý", "(*) Chuyên trách"),
            entries=(2,),
            skipped=(3, 4, 5),
        ),
        drawn(
            "numbers of pages, where the rows go on",
            *(HEAD, FIRST, "|||Trang 1", SECOND, "|Trang 2/2||"),
            entries=(2, 4),
            skipped=(3, 5),
        ),
        drawn(
            "a person of whom only the name is known, and one without a name",
            *(HEAD, FIRST, "|Nguyễn Thị Cúc||", "=3|Y Blô Niê||", "=4||=1990|CHT"),
            entries=(2, 3, 4, 5),
        ),
        drawn(
            "names in capitals, without numbers",
            *("Họ và tên|Năm sinh|Chức vụ", "LÊ THỊ HOA|1984|CT", "LÊ THỊ HUỆ||"),
            entries=(2, 3),
        ),
    ],
)
def test_rows_beneath_a_heading(lines, entries, skipped):
    found = layout(*lines)

    assert found.entry_rows == entries
    assert found.skip_rows == skipped
    assert found.group_rows == {}
