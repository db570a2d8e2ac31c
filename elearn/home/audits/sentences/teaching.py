"""Sentences about what is taught, classes and certificates."""

from elearn.text import Message, msg

TEACHING: dict[tuple[str, str], Message] = {
    ("medium_version", "media.version_added"): msg("tải lên tệp video (%(thing)s)"),
    ("medium_version", "media.retried"): msg("cho xử lý lại tệp video (%(thing)s)"),
    ("medium_version", "media.released"): msg("phát hành bản mới của video (%(thing)s)"),
    ("medium_version", "media.slides_corrected"): msg("sửa trang chiếu của video (%(thing)s)"),
    ("medium_version", "media.deck_given"): msg("đưa PDF trang chiếu cho video (%(thing)s)"),
    ("medium_version", "media.captioned"): msg("lưu phụ đề của video (%(thing)s)"),
    ("medium_version", "media.captions_removed"): msg("gỡ phụ đề của video (%(thing)s)"),
    ("medium_version", "media.captions_asked"): msg("cho máy gõ phụ đề của video (%(thing)s)"),
    ("medium_version", "media.preview_made"): msg("tạo đường dẫn xem trước video (%(thing)s)"),
    ("medium_version", "media.preview_taken_back"): msg(
        "thu hồi đường dẫn xem trước video (%(thing)s)"
    ),
    ("medium_version", "media.preview_opened"): msg("mở đường dẫn xem trước video (%(thing)s)"),
    ("lecture", "set_medium"): msg("gắn video vào bài giảng %(thing)s"),
    ("lecture", "publish"): msg("công bố bài giảng %(thing)s"),
    ("lecture", "overwrite"): msg("nạp đè bài giảng %(thing)s từ thư mục"),
    ("module", "publish"): msg("công bố chuyên đề %(thing)s"),
    ("module", "overwrite"): msg("nạp đè chuyên đề %(thing)s từ thư mục"),
    ("programme", "publish"): msg("công bố chương trình %(thing)s"),
    ("programme", "overwrite"): msg("nạp đè chương trình %(thing)s từ thư mục"),
    ("module_draft", "discard"): msg("bỏ một bản nháp chuyên đề"),
    ("training_class", "plan"): msg("lập kế hoạch lớp %(thing)s"),
    ("training_class", "open"): msg("mở lớp %(thing)s"),
    ("training_class", "admit"): msg("thêm học viên vào lớp %(thing)s"),
    ("training_class", "close"): msg("chốt danh sách lớp %(thing)s"),
    ("training_class", "reopen"): msg("mở lại lớp %(thing)s"),
    ("training_class", "cancel"): msg("hủy lớp %(thing)s"),
    ("participation", "leave"): msg("ghi %(thing)s rời lớp"),
    ("completion", "complete"): msg("ghi %(thing)s hoàn thành chương trình"),
    ("completion", "take_back"): msg("rút lại kết quả hoàn thành của %(thing)s"),
    ("decision", "issue"): msg("cấp giấy theo quyết định %(thing)s"),
    ("certificate", "print_again"): msg("cho in lại giấy của %(thing)s"),
    ("certificate", "revoke"): msg("thu hồi giấy của %(thing)s"),
    ("scheme", "define"): msg("ghi định nghĩa mới của đề án %(thing)s"),
    ("job", "retry"): msg("cho làm lại một việc của máy chủ (%(thing)s)"),
    ("job", "cancel"): msg("hủy một việc của máy chủ (%(thing)s)"),
    ("certificate", "replace"): msg("cấp lại giấy của %(thing)s"),
}
