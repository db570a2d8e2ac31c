"""What is said of report files and their envelopes: what happened, and what to do now."""

from collections.abc import Mapping
from dataclasses import dataclass

from elearn.learning.offline.rules.envelopes import Reason
from elearn.learning.offline.rules.files import Flaw
from elearn.text import Message, msg

#: Why an envelope of a file by a newer page could not be read.
NEWER = "newer"
_AGAIN = msg(
    "Nhờ người có điện thoại lưu lại tệp rồi gửi lại: phần đã xem vẫn nằm trên điện thoại cho đến"
    " khi máy chủ nhận."
)


@dataclass(frozen=True, slots=True)
class Said:
    """Why an envelope was not taken, and what to do about it."""

    what: Message
    then: Message


REASONS: Mapping[str, Said] = {
    Reason.UNREADABLE: Said(msg("Không đọc được: bị cắt hoặc hỏng trên đường gửi."), _AGAIN),
    NEWER: Said(
        msg("Do trang bản mới hơn máy chủ này ghi nên chưa đọc được."),
        msg("Không phải gửi lại: nâng cấp xong, máy chủ tự thử lại."),
    ),
    Reason.LOST: Said(
        msg("Máy chủ không còn thấy bài đã tải này; có thể vì vừa khôi phục từ bản sao lưu."),
        msg("Không phải gửi lại: máy chủ giữ nguyên và tự thử lại. Quá một ngày thì báo quản trị."),
    ),
    Reason.FORGED: Said(msg("Không còn nguyên như lúc điện thoại ghi, dù chỉ một chữ."), _AGAIN),
    Reason.ELSEWHERE: Said(
        msg("Không phải do điện thoại học ở hệ thống này ghi, hoặc đã hỏng trên đường gửi."),
        msg("Tệp của hệ thống khác thì nộp ở hệ thống ấy; tệp hỏng thì nhờ lưu lại rồi gửi lại."),
    ),
    Reason.OUTSIDE: Said(
        msg("Chỉ kể những phút mà bài giảng không có nên không tính được."),
        msg("Nhờ người học mở lại bài khi có mạng để điện thoại gửi thẳng."),
    ),
}

FLAWS: Mapping[Flaw, Message] = {
    Flaw.EMPTY: msg("Tệp trống, không có gì bên trong. Nhờ lưu lại tệp trên điện thoại."),
    Flaw.LARGE: msg("Tệp nặng quá 2 MB; tệp báo cáo xem chỉ vài trăm kB. Xem lại tệp đã chọn."),
    Flaw.PICTURE: msg("Đây là ảnh. Cần chính tệp mà điện thoại đã lưu, tên có chữ “.elearn”."),
    Flaw.ZIP: msg("Đây là tệp nén hoặc tệp văn phòng. Giải nén, rồi chọn tệp có chữ “.elearn”."),
    Flaw.OTHER: msg(
        "Đây không phải tệp báo cáo xem. Chọn tệp điện thoại đã lưu, có chữ “.elearn”."
    ),
    Flaw.CUT: msg("Tệp bị cắt, chỉ còn dòng đầu. Nhờ lưu lại tệp trên điện thoại rồi gửi lại."),
    Flaw.MANY: msg("Tệp kể quá 5.000 phần, điện thoại không ghi nhiều đến thế. Xem lại tệp."),
}
