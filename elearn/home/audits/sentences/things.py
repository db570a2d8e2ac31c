"""The kinds of things that are acted on, as a list of kinds names them."""

from elearn.text import Message, msg

KIND_NAMES: dict[str, Message] = {
    "person": msg("Hồ sơ cán bộ"),
    "tenure": msg("Chức danh"),
    "tenure_proposal": msg("Đề nghị về chức danh"),
    "correction_request": msg("Đề nghị sửa dữ liệu"),
    "erasure_request": msg("Đề nghị xóa dữ liệu"),
    "qualification": msg("Trình độ"),
    "planned_post": msg("Quy hoạch"),
    "org_unit": msg("Đơn vị công tác"),
    "headcount": msg("Số người khai báo"),
    "unit_exclusion": msg("Loại khỏi đánh giá"),
    "area": msg("Địa bàn"),
    "country": msg("Đất nước minh họa"),
    "area_change": msg("Thay đổi địa giới"),
    "account": msg("Tài khoản"),
    "mail_address": msg("Địa chỉ thư điện tử"),
    "slip_batch": msg("Phiếu vào lần đầu"),
    "role_grant": msg("Quyền"),
    "medium_version": msg("Tệp video"),
    "lecture": msg("Bài giảng"),
    "module": msg("Chuyên đề"),
    "module_draft": msg("Bản nháp chuyên đề"),
    "programme": msg("Chương trình"),
    "training_class": msg("Lớp"),
    "participation": msg("Học viên của lớp"),
    "completion": msg("Hoàn thành chương trình"),
    "scheme": msg("Đề án"),
    "decision": msg("Quyết định cấp giấy"),
    "certificate": msg("Giấy đã cấp"),
}
