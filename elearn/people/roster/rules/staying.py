"""Why what a batch wrote is not taken back: what rests upon it, in words."""

from elearn.text import Message, msg

#: By the table that refers to what was written; its domain comes later in the house.
OF_TABLES = {
    "account": msg("đã được cấp tài khoản"),
    "certificate": msg("đã được cấp chứng chỉ, chứng nhận"),
    "completion": msg("đã hoàn thành chương trình học"),
    "correction_request": msg("có đề nghị sửa dữ liệu"),
    "enrolment": msg("đã đăng ký học"),
    "erasure_request": msg("có đề nghị xóa dữ liệu"),
    "headcount": msg("đơn vị đã có số liệu khai báo"),
    "letter": msg("đã được gửi thư"),
    "mail_address": msg("đã ghi địa chỉ thư"),
    "notice": msg("đã nhận thông báo của hệ thống"),
    "org_unit": msg("có đơn vị trực thuộc"),
    "org_unit_name": msg("đơn vị đã đổi tên"),
    "org_unit_place": msg("đơn vị đã chuyển địa bàn"),
    "participation": msg("đã tham gia lớp bồi dưỡng"),
    "person": msg("đã được ghép với hồ sơ khác"),
    "person_join": msg("đã được ghép với hồ sơ khác"),
    "person_join_follower": msg("đã được ghép với hồ sơ khác"),
    "planned_post": msg("sau đó được ghi thêm quy hoạch"),
    "qualification": msg("sau đó được ghi thêm trình độ"),
    "qualification_review": msg("đã được rà soát trình độ"),
    "role_grant": msg("đã được giao quyền trong hệ thống"),
    "roster_batch": msg("đã nhập danh sách vào hệ thống"),
    "tenure": msg("sau đó được ghi thêm chức danh"),
    "tenure_proposal": msg("có đề nghị về chức danh"),
    "unit_exclusion": msg("đơn vị có quyết định không đánh giá"),
    "watch_budget": msg("đã xem bài giảng"),
    "watch_map": msg("đã xem bài giảng"),
    "watch_session": msg("đã xem bài giảng"),
}
_OTHER = msg("có dữ liệu ghi sau đó dựa vào")
#: By what was found in what was written itself.
NAMES = {
    "edited": msg("đã được sửa ngày %(value)s"),
    "edited_some_day": msg("đã được sửa sau khi nhập"),
    "post_changed": msg(
        "chức danh ghi trong lần nhập này đã được sửa hoặc kết thúc ngày %(value)s"
    ),
    "post_taken": msg(
        "chức danh cũ không lập lại được, vì sau đó đã ghi chức danh trùng thời gian"
    ),
    "count_changed": msg("số khai báo đã được sửa ngày %(value)s"),
    "other": _OTHER,
}


def sentence_of(code: str, value: str = "") -> Message:
    """Return why something stays, for people; codes are of `NAMES`, or of a table by its name."""
    known = NAMES.get(code) or OF_TABLES.get(code, _OTHER)
    return msg(known.template, value=value) if "%(value)s" in known.template else known  # babel: ok
