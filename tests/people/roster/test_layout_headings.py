"""What stands above columns: headings of one row to three, as offices write them."""

import pytest

from tests.people.roster.drawn import fields, layout

ONE = "=1|Lê Thị Hoa|05/03/1984"


def drawn(told, *lines, at, meant, merged=()):
    """Return a heading as it stands on paper, where it stands, and what its columns mean."""
    return pytest.param(lines, merged, at, meant, id=told)


@pytest.mark.parametrize(
    ("lines", "merged", "header_rows", "meant"),
    [
        drawn(
            "a list without any letterhead",
            *("Họ và tên|Năm sinh|SĐT", "Lê Thị Hoa|1980|0912345678"),
            at=(1,),
            meant="name born phone",
        ),
        drawn(
            "years of birth of men and women apart, units as village and commune",
            *("STT|Họ và tên|Năm sinh||Số ĐT|Chức vụ|Đơn vị||Ghi chú", "||Nam|Nữ|||Thôn|Xã|"),
            "=1|Lê Thị Hoa||1984|0912345678|CHT|Thôn 3|Minh Khai|",
            merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:H1", "I1:I2"],
            at=(1, 2),
            meant="number name born_male born_female phone post branch commune note",
        ),
        drawn(
            "the same without merged cells, with posts and levels over two rows",
            "STT|Họ và tên|Năm sinh||Chức vụ||Trình độ|||Ghi chú",
            "||Nam|Nữ|Đảng|Đoàn thể|Chuyên môn|LLCT|QLNN|",
            "=1|Lê Thị Hoa||1984|UVBCH|Chủ tịch Hội|ĐH|TC|CV|",
            at=(1, 2),
            meant="number name born_male born_female post post"
            " education political_theory state_management note",
        ),
        drawn(
            "each heading broken over two rows",
            "TT|Họ và|Ngày tháng|Chức|Đơn vị|Điện",
            "|tên|năm sinh|vụ|công tác|thoại",
            "=1|Lê Thị Hoa|05/03/1984|Chủ tịch|Hội LHPN huyện|0912345678",
            at=(1, 2),
            meant="number name born post unit phone",
        ),
        drawn(
            "three rows, the first gathering columns, and numbers beneath",
            *("THÔNG TIN CÁ NHÂN||||CÔNG TÁC||", "STT|Họ và tên|Ngày sinh||Chức vụ|Nơi công tác|"),
            *("||Nam|Nữ||Xã|Huyện", "1|2|3|4|5|6|7", "=1|Lê Thị Hoa||12/3/1980|CHT|Minh Khai|"),
            merged=["A1:D1", "E1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2"],
            at=(1, 2, 3),
            meant="number name born_male born_female post commune district",
        ),
        drawn(
            "asterisks, brackets, line breaks and numbers in headings",
            "1. STT|2. Họ và tên (*)|Ngày sinh (*)\\n(dd/mm/yyyy)|Số ĐT\\nliên hệ|Chức danh*",
            "=1|Lê Thị Hoa|05/03/1984|0912345678|CHT",
            at=(1,),
            meant="number name born phone post",
        ),
        drawn(
            "letters and numbers of columns above the heading",
            *("A|B|1|2", "TT|Họ tên|Năm sinh|SĐT", "=1|Lê Thị Hoa|=1980|=912345678"),
            at=(2,),
            meant="number name born phone",
        ),
        drawn(
            "the font ABC (TCVN3)",
            "STT|Hä vµ tªn|N¨m sinh|Chøc vô|§¬n vÞ|Sè ®iÖn tho¹i|Ghi chó",
            "=1|NguyÔn ThÞ H­êng|=1980|Chñ tÞch|x· Minh Khai|0912345678|",
            at=(1,),
            meant="number name born post commune phone note",
        ),
        drawn(
            "the font VNI",
            "STT|Hoï vaø teân|Naêm sinh|Chöùc vuï|Ñôn vò|Soá ñieän thoaïi|Ghi chuù",
            "=1|Nguyeãn Thò Höôøng|=1980|Chuû tòch|xaõ Minh Khai|0912345678|",
            at=(1,),
            meant="number name born post commune phone note",
        ),
        drawn(
            "form 2C of the Ministry of Home Affairs",
            "STT|Họ và tên khai sinh|Ngày tháng năm sinh|Quê quán|Dân tộc|Tôn giáo|Ngày vào Đảng"
            "|Ngày bổ nhiệm|Chức vụ hiện tại|Cơ quan, đơn vị công tác|Trình độ chuyên môn"
            "|Lý luận chính trị|Quản lý nhà nước|Ngoại ngữ|Tin học|Hệ số lương",
            "=1|Lê Thị Hoa|5/3/1984|Xã Vũ Tiến|Kinh|Không|3/2/2005|1/1/2020|Chủ tịch"
            "|Hội LHPN|ĐH Luật|Trung cấp|CV|B|A|2,34",
            at=(1,),
            meant="number name born unknown ethnicity unknown unknown since post unit"
            " education political_theory state_management unknown unknown unknown",
        ),
        drawn(
            "who is planned for what, and when",
            *("STT|Họ và tên|Năm sinh|Chức vụ hiện nay|Quy hoạch||Xã", "||||Chức danh|Nhiệm kỳ|"),
            "=1|Lê Thị Hoa|1984|CHT|Chủ tịch Hội|2025-2030|Minh Khai",
            merged=["E1:F1"],
            at=(1, 2),
            meant="number name born post planned_post term commune",
        ),
        drawn(
            "an appointment: its decision, and from when until when",
            "STT|Họ và tên|Chức vụ|Quyết định||Thời gian giữ chức vụ|",
            "|||Số|Ngày|Từ ngày|Đến ngày",
            "=1|Lê Thị Hoa|CHT|12/QĐ-HPN|1/2/2024|1/2/2024|",
            merged=["D1:E1", "F1:G1"],
            at=(1, 2),
            meant="number name post decision unknown since until",
        ),
        drawn(
            "sexes by crosses",
            *("STT|Họ và tên|Giới tính||Năm sinh", "||Nam|Nữ|", "=1|Lê Thị Hoa||x|=1984"),
            at=(1, 2),
            meant="number name unknown is_female born",
        ),
        drawn(
            "the given name in a column of its own",
            *("STT|Họ đệm|Tên|Năm sinh|Xã", "=1|Lê Thị|Hoa|=1984|Minh Khai"),
            at=(1,),
            meant="number name given_name born commune",
        ),
        drawn(
            "the given name beneath a heading merged over two columns",
            *("STT|Họ và tên||Năm sinh|Xã", "=1|Lê Thị|Hoa|=1984|Minh Khai"),
            merged=["B1:C1"],
            at=(1,),
            meant="number name given_name born commune",
        ),
        drawn(
            "a school's list of a class: names over two columns, post and unit in one",
            *("DANH SÁCH HỌC VIÊN", "STT|HỌ VÀ TÊN||NĂM SINH||CHỨC VỤ, ĐƠN VỊ CÔNG TÁC|GHI CHÚ"),
            *("|||NAM|NỮ||", "1|Lê Văn|Nam|1975||Phó Chủ tịch UBND phường Mạo Khê|"),
            merged=["B2:C3", "D2:E2"],
            at=(2, 3),
            meant="number name given_name born_male born_female post note",
        ),
        drawn(
            "a registration, its columns lettered beneath",
            "TT|Họ và tên|Ngày sinh|Chức danh|Xã/Phường/TT|Huyện/TX/TP|Số ĐT Zalo|Email|Ký nhận",
            "A|B|C|D|E|F|G|H|I",
            "1|Lê Thị Hoa|5/3/84|CHT|X. Minh Khai|H. Hưng Hà|0912.345.678||",
            at=(1,),
            meant="number name born post commune district phone unknown unknown",
        ),
        drawn(
            "headings of two letters",
            *("TT|Họ tên|GT|NS|ĐT|CV|ĐV", "1|Lê Thị Hoa|Nữ|1984|0912345678|CHT|Xã Minh Khai"),
            at=(1,),
            meant="number name gender born phone post commune",
        ),
        drawn(
            "levels by one word each",
            "STT|Họ tên|Năm sinh|Đảng viên|Trình độ CM|Trình độ LLCT|Trình độ tin học|Điện thoại",
            "1|Lê Thị Hoa|1984|x|ĐH|TC|B|0912345678",
            at=(1,),
            meant="number name born unknown education political_theory unknown phone",
        ),
    ],
)
def test_headings_as_offices_write_them(lines, merged, header_rows, meant):
    found = layout(*lines, merged=merged)

    assert found.header_rows == header_rows
    assert fields(found) == meant
    assert len(found.entry_rows) == 1


def test_a_letterhead_may_be_of_any_height():
    above = ["HỘI LHPN TỈNH THÁI BÌNH|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *["Điều 1"] * 40]

    found = layout(*above, "STT|Họ và tên|Ngày sinh", ONE)

    assert found.header_rows == (42,)


def test_a_heading_is_told_as_it_stands_on_paper():
    found = layout("STT|Họ và|Năm sinh|", "|tên|Nam|Nữ", "=1|Lê Thị Hoa||1984")

    assert [one.text for one in found.columns.values()] == [
        *("STT", "Họ và tên", "Năm sinh – Nam", "Năm sinh – Nữ"),
    ]


def test_a_plain_heading_is_surer_than_words_within_a_longer_one_and_a_guess():
    found = layout("STT|Họ và tên|Ghi rõ chức vụ trong Hội|", "=1|Lê Thị Hoa|CHT|0912345678")

    sureness = [one.confidence for one in found.columns.values()]
    assert fields(found) == "number name post phone"
    assert sureness == sorted(sureness, reverse=True)
    assert sureness[1] > 0.9 > sureness[2] > sureness[3]
