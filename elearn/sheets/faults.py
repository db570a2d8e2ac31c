"""What can be wrong with a file that is sent, and the sentence about it: what, where, what to do.

A fault crosses from the walled process to ours as a code and plain values, so the sentences are
ours, whatever the file has done to the process that read it.
"""

from collections.abc import Mapping

from elearn.errors import Refusal
from elearn.text import Message, msg

SENTENCES = {
    "unreadable": msg(
        "Không đọc được tệp này. Gửi tệp Excel (.xlsx, .xls) hoặc CSV (UTF-8, Windows-1258)."
    ),
    "torn": msg(
        "Không đọc được tệp này: tệp bị hỏng hoặc tải lên chưa trọn. Mở thử bằng Excel, lưu lại "
        "dạng .xlsx rồi gửi lại."
    ),
    "empty": msg("Tệp này trống, không có ô nào ghi gì. Kiểm tra lại tệp rồi gửi lại."),
    "broken": msg(
        "Tệp bị hỏng, phần “%(part)s” không đọc được. Mở tệp bằng Excel, lưu lại dạng .xlsx "
        "rồi gửi lại."
    ),
    "too_large": msg(
        "Tệp lớn quá %(most)s MB. Xóa hình ảnh và các trang tính không cần, hoặc chia thành "
        "nhiều tệp, rồi gửi lại."
    ),
    "swollen": msg(
        "Tệp quá lớn khi mở ra (phần “%(part)s”). Xóa các trang tính và hình ảnh không cần, "
        "lưu lại dạng .xlsx rồi gửi lại."
    ),
    "bomb": msg(
        "Phần “%(part)s” của tệp nén chặt khác thường, như để làm đầy bộ nhớ, nên tệp không được "
        "mở. Chép danh sách sang một tệp Excel mới rồi gửi lại."
    ),
    "many_parts": msg(
        "Tệp có quá nhiều phần bên trong. Chép danh sách sang một tệp Excel mới rồi gửi lại."
    ),
    "twisted": msg(
        "Phần “%(part)s” trong tệp bị ghi hai lần hoặc chồng lên phần khác, nên tệp không được "
        "mở. Chép danh sách sang một tệp Excel mới rồi gửi lại."
    ),
    "entities": msg(
        "Phần “%(part)s” của tệp có khai báo DOCTYPE, điều Excel không bao giờ ghi, nên tệp "
        "không được mở. Chép danh sách sang một tệp Excel mới rồi gửi lại."
    ),
    "long_text": msg(
        "Phần “%(part)s” của tệp có một ô dài quá 32.767 ký tự. Xóa nội dung thừa trong ô đó "
        "rồi gửi lại."
    ),
    "repeated_text": msg(
        "Trang tính “%(sheet)s” lặp lại những ô rất dài, cộng lại quá nhiều chữ. Xóa các ô thừa "
        "rồi gửi lại."
    ),
    "password": msg(
        "Tệp có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), "
        "lưu lại rồi gửi lại."
    ),
    "macros": msg(
        "Tệp có macro (chương trình chạy trong Excel), nên không được mở. Lưu tệp thành kiểu "
        "“Excel Workbook (.xlsx)”, kiểu này không giữ macro, rồi gửi lại."
    ),
    "commands": msg(
        "Tệp có liên kết DDE hoặc OLE tới chương trình khác (phần “%(part)s”). Vào Dữ liệu → Sửa "
        "liên kết, ngắt các liên kết, rồi gửi lại."
    ),
    "outside_link": msg(
        "Tệp lấy dữ liệu từ nơi khác: %(target)s. Vào Dữ liệu → Sửa liên kết, ngắt liên kết (các "
        "ô giữ giá trị đang có), rồi gửi lại."
    ),
    "outside_data": msg(
        "Tệp lấy dữ liệu từ tệp hoặc nguồn khác. Vào Dữ liệu → Sửa liên kết, ngắt các liên kết "
        "(các ô giữ giá trị đang có), rồi gửi lại."
    ),
    "outside_formula": msg(
        "Ô %(cell)s ở trang tính “%(sheet)s” có công thức gọi ra ngoài tệp (%(formula)s). Chép ô "
        "đó, dán lại dạng giá trị (Paste Special → Values), rồi gửi lại."
    ),
    "many_formulas": msg(
        "Trang tính “%(sheet)s” có quá nhiều công thức. Chép toàn bộ, dán lại dạng giá trị "
        "(Paste Special → Values), rồi gửi lại."
    ),
    "many_merged": msg(
        "Trang tính “%(sheet)s” có quá nhiều ô gộp. Bỏ gộp ô ở phần danh sách rồi gửi lại."
    ),
    "far_out": msg(
        "Trang tính “%(sheet)s” có ô ghi ở quá xa (ô %(cell)s). Xóa các dòng, cột thừa rồi gửi lại."
    ),
    "many_rows": msg(
        "Tệp có hơn %(most)s dòng. Chia thành nhiều tệp, mỗi tệp ít dòng hơn, rồi gửi từng tệp."
    ),
    "many_sheets": msg(
        "Tệp có hơn %(most)s trang tính. Giữ lại các trang tính danh sách rồi gửi lại."
    ),
    "no_sheet": msg("Tệp không có trang tính “%(sheet)s”."),
    "out_of_memory": msg(
        "Tệp bị hỏng, hoặc cần quá nhiều bộ nhớ hay thời gian để đọc, nên đã dừng lại. Chép danh "
        "sách sang một tệp Excel mới, chỉ dán giá trị, rồi gửi lại."
    ),
    "open_document": msg(
        "Đây là tệp OpenDocument (.ods). Mở tệp, chọn Lưu thành kiểu “Excel Workbook (.xlsx)”, "
        "rồi gửi lại."
    ),
    "binary_workbook": msg(
        "Đây là tệp Excel nhị phân (.xlsb). Mở tệp bằng Excel, lưu thành kiểu “Excel Workbook "
        "(.xlsx)”, rồi gửi lại."
    ),
    "web_page": msg(
        "Tệp này là một trang web (HTML) đặt tên như tệp Excel. Mở tệp bằng Excel, lưu thành kiểu "
        "“Excel Workbook (.xlsx)”, rồi gửi lại."
    ),
    "old_xml": msg(
        "Tệp này ghi theo kiểu “XML Spreadsheet 2003”. Mở tệp bằng Excel, lưu thành kiểu “Excel "
        "Workbook (.xlsx)”, rồi gửi lại."
    ),
    "too_old": msg(
        "Tệp này do Excel đời rất cũ ghi (trước 1995). Mở tệp, lưu thành kiểu “Excel Workbook "
        "(.xlsx)”, rồi gửi lại."
    ),
    "document": msg(
        "Đây là tệp Word hoặc PowerPoint. Chép bảng danh sách sang Excel, lưu dạng .xlsx, rồi gửi "
        "lại."
    ),
    "pdf": msg(
        "Đây là tệp PDF, không đọc được thành bảng. Gửi tệp Excel (.xlsx) mà bản PDF được in ra "
        "từ đó."
    ),
    "picture": msg(
        "Đây là một hình ảnh, không đọc được thành bảng. Gửi tệp Excel (.xlsx) của danh sách."
    ),
    "archive": msg(
        "Đây là tệp nén (ZIP, RAR, 7z). Giải nén rồi gửi tệp Excel ở bên trong, từng tệp một."
    ),
}


class Fault(Exception):
    """A file that is not read on: a code of `SENTENCES`, and the values its sentence names."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def refusal_of(code: str, values: Mapping[str, str | int]) -> Refusal:
    """Return the refusal for a fault; an unknown code is told as a file that cannot be read."""
    sentence = SENTENCES.get(code, SENTENCES["unreadable"])
    return Refusal(Message(sentence.template, tuple(sorted(values.items()))))
