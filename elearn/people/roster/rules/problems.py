"""Why a row cannot be taken as it is, in the order in which it is told."""

from collections.abc import Iterable

from elearn.people.roster.rules.entries import Problem
from elearn.text import Message, msg

#: Code → the sentence for people, with what to do; `%(value)s` is what stands behind the colon.
NAMES: dict[str, Message] = {
    "unknown_title": msg(
        "Không có chức danh “%(value)s” trong danh mục. Ghi đúng tên chức danh, hoặc bỏ dòng này."
    ),
    "bad_date": msg(
        "“%(value)s” không phải ngày sinh có thật. Ghi như 05/03/1984, hoặc chỉ ghi năm."
    ),
    "bad_phone": msg(
        "“%(value)s” không phải số điện thoại đang dùng. Số di động có 10 chữ số, bắt đầu bằng 0."
    ),
    "suspicious_character_in_name": msg(
        "Họ tên có ký tự lạ hoặc dấu gõ hỏng. Gõ lại họ tên đúng như căn cước."
    ),
    "no_name": msg("Dòng này chưa có họ tên. Ghi họ tên, hoặc xóa dòng nếu không có người."),
    "unknown_unit": msg(
        "Không tìm thấy xã, phường “%(value)s”. Ghi đúng tên, kèm huyện và tỉnh nếu là tên cũ."
    ),
    "bad_official_id": msg("Số CCCD không đủ 12 chữ số (hoặc CMND 9 chữ số). Xem lại số trên thẻ."),
    "bad_since": msg("Ngày bắt đầu “%(value)s” không có thật. Ghi như 01/07/2025."),
    "bad_until": msg("Ngày kết thúc “%(value)s” không có thật. Ghi như 01/07/2025."),
    "empty_formula": msg("Ô là công thức chưa có giá trị. Mở tệp bằng Excel, lưu lại rồi gửi."),
    "bad_number": msg("“%(value)s” không phải số người. Ghi số nguyên, hoặc “chưa báo cáo”."),
    "count_contradicts": msg(
        "Dòng ghi chưa báo cáo nhưng lại có số %(value)s. Xem lại một trong hai."
    ),
    "unknown_group": msg("Không có nhóm cán bộ “%(value)s” trong danh mục. Ghi đúng tên nhóm."),
    "bad_day_of_count": msg("“%(value)s” không phải ngày có thật. Ghi như 30/06/2026."),
}
_PLACES = {code: place for place, code in enumerate(NAMES)}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once: of posts, of days, of telephones, of names, then the rest."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: _PLACES[one.code]))
