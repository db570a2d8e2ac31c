"""What was mended in a row, in the order in which it is told."""

from collections.abc import Iterable

from elearn.text import Message, msg

#: Code → the sentence for people; `%(value)s` is what stands behind the colon.
NAMES: dict[str, Message] = {
    "collapse_spaces": msg("Có dấu cách thừa, đã bỏ bớt."),
    "nbsp": msg(
        "Có dấu cách đặc biệt (chép từ trang web hoặc Word), đã thay bằng dấu cách thường."
    ),
    "nfd_to_nfc": msg("Chữ có dấu gõ kiểu tổ hợp, đã đổi sang kiểu dựng sẵn; chữ nhìn không khác."),
    "tcvn3": msg("Ô gõ phông cũ TCVN3 (.VnTime), đã đổi sang Unicode."),
    "vni": msg("Ô gõ phông cũ VNI, đã đổi sang Unicode."),
    "windows_1258": msg("Ô ghi theo bảng mã Windows-1258, đã đổi sang Unicode."),
    "utf8_as_1252": msg("Ô ghi UTF-8 nhưng bị đọc theo Windows-1252, đã đổi lại."),
    "title_case": msg("Họ tên viết hoa hoặc viết thường cả, đã đổi thành hoa chữ đầu mỗi từ."),
    "two_digit_year": msg("Năm chỉ ghi hai chữ số, đã hiểu thành bốn chữ số."),
    "excel_serial_date": msg("Ngày nằm trong ô dưới dạng số thứ tự của Excel, đã đổi thành ngày."),
    "phone_leading_zero": msg("Số điện thoại mất số 0 ở đầu, đã thêm lại."),
    "phone_separators": msg("Số điện thoại có dấu chấm hoặc gạch, đã bỏ."),
    "phone_plus84": msg("Số điện thoại ghi +84, đã đổi thành 0."),
    "phone_84": msg("Số điện thoại ghi 84 ở đầu, đã đổi thành 0."),
    "phone_prefix_2018": msg("Đầu số cũ 11 số, đã đổi theo quy định năm 2018: %(value)s."),
    "two_phones": msg("Một ô có hai số điện thoại; số đầu là số chính."),
    "concurrent_titles": msg("Một ô có nhiều chức danh; ghi là kiêm nhiệm."),
    "date_cell": msg("Ngày nằm trong ô kiểu ngày của Excel, lấy đúng ngày ấy."),
    "title_case_word": msg("Có từ trong họ tên chưa viết hoa chữ đầu, đã sửa."),
    "name_prefix": msg("Bỏ “%(value)s” trước họ tên."),
    "name_mark": msg("Bỏ dấu, số hoặc lời ghi thêm cạnh họ tên: %(value)s."),
    "invisible_signs": msg("Bỏ ký tự không nhìn thấy lẫn trong ô."),
    "month_only": msg("Chỉ có tháng và năm sinh; giữ năm sinh."),
    "month_first": msg("Cả cột này ghi tháng trước, ngày sau; đã hiểu như vậy."),
    "official_id_leading_zero": msg("Số CCCD mất số 0 ở đầu, đã thêm lại."),
    "formula_value": msg("Ô là công thức; lấy giá trị Excel đã tính."),
}
#: Code → what was mended in how many rows, where rows are counted.
_SHORT: dict[str, Message] = {
    "collapse_spaces": msg("dòng thừa dấu cách, đã sửa"),
    "nbsp": msg("dòng có dấu cách đặc biệt, đã sửa"),
    "nfd_to_nfc": msg("dòng có dấu gõ kiểu tổ hợp, đã sửa"),
    "tcvn3": msg("dòng gõ phông TCVN3, đã đổi"),
    "vni": msg("dòng gõ phông VNI, đã đổi"),
    "windows_1258": msg("dòng theo bảng mã Windows-1258, đã đổi"),
    "utf8_as_1252": msg("dòng có chữ UTF-8 đọc sai bảng mã, đã đổi"),
    "title_case": msg("dòng họ tên viết hoa cả hoặc viết thường cả, đã sửa"),
    "two_digit_year": msg("dòng có năm hai chữ số, đã hiểu"),
    "excel_serial_date": msg("dòng có ngày dạng số của Excel, đã đổi"),
    "phone_leading_zero": msg("dòng có số điện thoại mất số 0, đã thêm"),
    "phone_separators": msg("dòng có dấu chấm, gạch trong số điện thoại, đã bỏ"),
    "phone_plus84": msg("dòng có số điện thoại ghi +84, đã đổi"),
    "phone_84": msg("dòng có số điện thoại ghi 84 ở đầu, đã đổi"),
    "phone_prefix_2018": msg("dòng có đầu số cũ 11 số, đã đổi"),
    "two_phones": msg("dòng có hai số điện thoại"),
    "concurrent_titles": msg("dòng có nhiều chức danh"),
    "date_cell": msg("dòng có ô kiểu ngày"),
    "title_case_word": msg("dòng có từ chưa viết hoa trong họ tên, đã sửa"),
    "name_prefix": msg("dòng có “Bà”, “Đ/c”… trước họ tên, đã bỏ"),
    "name_mark": msg("dòng có dấu, số cạnh họ tên, đã bỏ"),
    "invisible_signs": msg("dòng có ký tự không nhìn thấy, đã bỏ"),
    "month_only": msg("dòng chỉ có tháng, năm sinh"),
    "month_first": msg("dòng ghi tháng trước ngày"),
    "official_id_leading_zero": msg("dòng có số CCCD mất số 0, đã thêm"),
    "formula_value": msg("dòng có ô công thức"),
}
_PLACES = {code: place for place, code in enumerate(NAMES)}


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Return each code once, in the order in which fixes are told."""
    once = list(dict.fromkeys(codes))
    if len(once) > 1:
        once.sort(key=lambda code: _PLACES[code.partition(":")[0]])
    return tuple(once)


def in_short(code: str) -> Message:
    """Return what was mended, in a few words behind a number of rows."""
    return _SHORT[code]
