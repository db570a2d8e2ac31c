"""The sheet of a template that says how it is filled in."""

from typing import Any

from elearn import workbooks

_WIDTH = 110
_TITLE = "Cách ghi danh sách"
_LINES = (
    "1. Ghi ở trang “Danh sách”, từ dưới hai dòng ví dụ. Mỗi người một dòng, không gộp ô.",
    "2. Hai dòng có chữ “Ví dụ” ở cột STT không được đọc; xóa đi hay để lại đều được.",
    "3. Bắt buộc có họ và tên, chức vụ, xã. Cột nào chưa biết thì để trống.",
    "4. Ngày ghi đủ ngày/tháng/năm: 05/03/1984. Chỉ biết năm sinh thì ghi năm: 1984.",
    "5. Số điện thoại ghi đủ 10 chữ số, kể cả số 0 ở đầu. Cột này đã để dạng chữ (Text).",
    "6. Chức vụ, xã, trình độ: bấm vào ô rồi chọn trong danh sách xổ xuống.",
    "7. Xã ghi tên hiện nay. Chỉ nhớ tên cũ thì ghi tên cũ kèm huyện: “Minh Khai, Hưng Hà”.",
    "8. Người giữ hai chức vụ: ghi cả hai vào một ô, cách nhau bằng dấu cộng: A + B.",
    "9. Người được quy hoạch: ghi ở cột “Quy hoạch chức danh” và cột “Nhiệm kỳ”: 2025-2030.",
    "10. “Từ ngày” là ngày bắt đầu giữ chức vụ. Để trống thì lấy ngày chung khi nhập.",
    "11. Có thể thêm cột, đổi thứ tự cột; đừng xóa dòng tên cột.",
    "12. Xong thì lưu tệp, mở mục “Nhập danh sách từ Excel” và chọn tệp này.",
)


def write_guide(book: Any) -> None:
    """Write the sheet."""
    sheet = book.add_worksheet("Hướng dẫn")
    sheet.hide_gridlines(2)
    bold = book.add_format(workbooks.TEXT | {"bold": True, "font_size": 15})
    plain = book.add_format(workbooks.TEXT | {"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _WIDTH, plain)
    sheet.write_string(0, 0, _TITLE, bold)
    for row, line in enumerate(_LINES, start=2):
        sheet.write_string(row, 0, line, plain)
