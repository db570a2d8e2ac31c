"""The sorts of notices, and their words: a title, and a sentence that says what to do."""

from enum import StrEnum

from elearn.text import Message, msg


class Kind(StrEnum):
    """The sorts of notices."""

    PROPOSALS_WAIT = "proposals_wait"
    CORRECTIONS_WAIT = "corrections_wait"
    PROPOSAL_CONFIRMED = "proposal_confirmed"
    PROPOSAL_REFUSED = "proposal_refused"
    CORRECTION_APPLIED = "correction_applied"
    CORRECTION_REFUSED = "correction_refused"
    PASSWORD_RESET = "password_reset"  # noqa: S105  # The name of a notice.
    GRANTED = "granted"
    ADMITTED = "admitted"
    CLASS_CANCELLED = "class_cancelled"
    CLASS_REOPENED = "class_reopened"
    CLASS_DUE = "class_due"
    CLASS_DUE_TOMORROW = "class_due_tomorrow"
    CERTIFICATE_ISSUED = "certificate_issued"
    CERTIFICATE_REVOKED = "certificate_revoked"
    CERTIFICATE_REPLACED = "certificate_replaced"
    RECORDS_WAIT = "records_wait"
    RECORD_ENTERED = "record_entered"
    RECORD_CONFIRMED = "record_confirmed"
    RECORD_REFUSED = "record_refused"
    RECORD_TAKEN_BACK = "record_taken_back"
    FILM_READY = "film_ready"
    FILM_TO_RELEASE = "film_to_release"
    FILM_FAILED = "film_failed"
    QUESTIONS_WAIT = "questions_wait"
    QUESTION_ANSWERED = "question_answered"
    QUESTION_HIDDEN = "question_hidden"
    RULE_CHANGED = "rule_changed"
    VIEWING_STATED = "viewing_stated"
    VIEWING_WAITS = "viewing_waits"


WORDS: dict[str, tuple[Message, Message]] = {
    Kind.PROPOSALS_WAIT: (
        msg("Có đề nghị của xã chờ anh/chị xác nhận"),
        msg(
            "Mở ra để xem tất cả đề nghị nhận, thôi chức danh đang chờ."
            " Chưa xác nhận thì chưa tính."
        ),
    ),
    Kind.CORRECTIONS_WAIT: (
        msg("Có yêu cầu sửa thông tin chờ anh/chị trả lời"),
        msg("Mở ra để xem tất cả yêu cầu đang chờ và trả lời từng người."),
    ),
    Kind.PROPOSAL_CONFIRMED: (
        msg("Đề nghị về %(name)s đã được xác nhận"),
        msg("%(proposal)s: %(post)s, %(unit)s. Từ hôm nay được tính trong danh sách và số liệu."),
    ),
    Kind.PROPOSAL_REFUSED: (
        msg("Đề nghị về %(name)s không được xác nhận"),
        msg("%(proposal)s: %(post)s, %(unit)s. Lý do: %(reason)s"),
    ),
    Kind.CORRECTION_APPLIED: (
        msg("Thông tin của %(name)s đã được sửa"),
        msg("%(field)s: %(wanted)s. %(answer)s"),
    ),
    Kind.CORRECTION_REFUSED: (
        msg("Thông tin của %(name)s giữ nguyên, không sửa"),
        msg("Đã đề nghị sửa %(field)s thành “%(wanted)s”. Lý do không sửa: %(answer)s"),
    ),
    Kind.PASSWORD_RESET: (
        msg("Mật khẩu vừa được đặt lại"),
        msg(
            "Người phụ trách đã cấp mã để đặt mật khẩu mới. Nếu anh/chị không nhờ ai đặt lại,"
            " báo ngay cho Hội LHPN xã."
        ),
    ),
    Kind.GRANTED: (
        msg("Anh/chị được giao quyền %(role)s"),
        msg("Phạm vi: %(area)s. Có hiệu lực từ ngày %(day)s."),
    ),
    Kind.ADMITTED: (
        msg("Anh/chị được vào lớp %(name)s"),
        msg("Học được ngay. Hạn hoàn thành là ngày %(day)s."),
    ),
    Kind.CLASS_CANCELLED: (
        msg("Lớp %(name)s đã hủy"),
        msg("Lý do: %(reason)s. Những bài đã xem vẫn được giữ."),
    ),
    Kind.CLASS_REOPENED: (
        msg("Lớp %(name)s được mở lại"),
        msg("Lý do: %(reason)s. Kết quả sẽ được chốt lại."),
    ),
    Kind.CLASS_DUE: (
        msg("Còn %(days)s ngày là hết hạn lớp %(name)s"),
        msg("Hạn hoàn thành là ngày %(day)s. Ai đã học đủ thì không phải làm gì thêm."),
    ),
    Kind.CLASS_DUE_TOMORROW: (
        msg("Ngày mai là hạn của lớp %(name)s"),
        msg("Hạn hoàn thành là ngày %(day)s. Ai đã học đủ thì không phải làm gì thêm."),
    ),
    Kind.CERTIFICATE_ISSUED: (
        msg("Đã cấp giấy số %(number)s cho anh/chị"),
        msg("%(title)s. Mở ra để tải về hoặc cho người khác xem mã."),
    ),
    Kind.CERTIFICATE_REVOKED: (
        msg("Giấy số %(number)s đã bị thu hồi"),
        msg("Từ ngày %(day)s giấy này không còn hiệu lực. Lý do: %(reason)s"),
    ),
    Kind.CERTIFICATE_REPLACED: (
        msg("Giấy số %(number)s được cấp lại"),
        msg("Giấy cũ không còn hiệu lực từ ngày %(day)s; dùng giấy mới. Lý do: %(reason)s"),
    ),
    Kind.RECORDS_WAIT: (
        msg("Có giấy học ở nơi khác chờ anh/chị xác nhận"),
        msg("Mở ra để xem từng giấy. Chưa xác nhận thì chưa tính."),
    ),
    Kind.RECORD_ENTERED: (
        msg("Đã có người nhập giấy của anh/chị: %(course)s"),
        msg("Lớp học xong ngày %(day)s. Một người khác sẽ xem giấy rồi xác nhận."),
    ),
    Kind.RECORD_CONFIRMED: (
        msg("Đã xác nhận giấy của %(name)s: %(course)s"),
        msg("Được tính là hoàn thành “%(programme)s”, ngày %(day)s."),
    ),
    Kind.RECORD_REFUSED: (
        msg("Chưa xác nhận giấy của %(name)s: %(course)s"),
        msg("Lý do: %(reason)s"),
    ),
    Kind.RECORD_TAKEN_BACK: (
        msg("Giấy của %(name)s không còn được tính: %(course)s"),
        msg("Lý do: %(reason)s"),
    ),
    Kind.FILM_READY: (
        msg("Video “%(title)s” đã sẵn sàng"),
        msg("Tệp %(file_name)s đã xử lý xong. Mở ra để xem lại trước khi gắn vào bài giảng."),
    ),
    Kind.FILM_TO_RELEASE: (
        msg("Bản mới của video “%(title)s” chờ phát hành"),
        msg(
            "Tệp %(file_name)s đã xử lý xong. Người học vẫn xem bản cũ tới khi anh/chị mở ra,"
            " xem lại và phát hành."
        ),
    ),
    Kind.FILM_FAILED: (
        msg("Video “%(title)s” chưa xem được"),
        msg("Tệp %(file_name)s không xử lý được. Lý do: %(reason)s"),
    ),
    Kind.QUESTIONS_WAIT: (
        msg("Có câu hỏi ở bài “%(title)s”"),
        msg("Mở ra để đọc và trả lời. Mỗi bài một ngày báo một lần."),
    ),
    Kind.QUESTION_ANSWERED: (
        msg("Câu hỏi của anh/chị đã có trả lời"),
        msg("Bài “%(title)s”. Mở ra để đọc."),
    ),
    Kind.QUESTION_HIDDEN: (
        msg("Câu hỏi của anh/chị không được hiện cho người khác"),
        msg("Bài “%(title)s”. Mở ra để đọc lý do."),
    ),
    Kind.RULE_CHANGED: (
        msg("Quy tắc công nhận thay đổi từ ngày %(day)s"),
        msg("Việc đã được công nhận giữ nguyên. Mở ra để xem quy tắc mới và ai được thêm."),
    ),
    Kind.VIEWING_STATED: (
        msg("Đã ghi anh/chị có mặt ở buổi xem chung bài “%(title)s”"),
        msg(
            "Buổi ngày %(day)s. Phần đã xem ở đó được tính cho anh/chị. Nếu hôm đó không có mặt,"
            " mở ra để báo lại trong %(days)s ngày."
        ),
    ),
    Kind.VIEWING_WAITS: (
        msg("Buổi xem chung bài “%(title)s” chờ anh/chị xác nhận"),
        msg(
            "Buổi ngày %(day)s. Mở ra để xác nhận đã có mặt trong %(days)s ngày; chưa xác nhận thì"
            " chưa tính."
        ),
    ),
}
