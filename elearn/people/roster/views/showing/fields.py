"""What columns mean, and what differs, in the words of an office."""

from elearn.encodings import Encoding
from elearn.people.roster.rules.layouts import RosterField
from elearn.text import Message, msg

F = RosterField

#: What a column may mean, in groups, as the select of the wizard offers it.
FIELD_GROUPS: dict[Message, dict[RosterField, Message]] = {
    msg("Người"): {
        F.NAME: msg("Họ và tên"),
        F.GIVEN_NAME: msg("Tên (tách khỏi họ đệm)"),
        F.BORN: msg("Ngày hoặc năm sinh"),
        F.BORN_DAY: msg("Ngày sinh (chỉ ngày)"),
        F.BORN_MONTH: msg("Tháng sinh"),
        F.BORN_MALE: msg("Năm sinh (nam)"),
        F.BORN_FEMALE: msg("Năm sinh (nữ)"),
        F.GENDER: msg("Giới tính"),
        F.IS_MALE: msg("Nam (đánh dấu x)"),
        F.IS_FEMALE: msg("Nữ (đánh dấu x)"),
        F.PHONE: msg("Số điện thoại"),
        F.OFFICIAL_ID: msg("Số căn cước (chỉ để so, không lưu)"),
        F.PERSON_KEY: msg("Mã cán bộ"),
    },
    msg("Chức danh, nơi công tác"): {
        F.POST: msg("Chức vụ, chức danh"),
        F.COMMUNE: msg("Xã, phường, đặc khu"),
        F.BRANCH: msg("Chi hội, thôn, tổ"),
        F.DISTRICT: msg("Huyện (cũ)"),
        F.PROVINCE: msg("Tỉnh, thành phố"),
        F.UNIT: msg("Tên đơn vị"),
        F.SINCE: msg("Giữ chức danh từ ngày"),
        F.UNTIL: msg("Đến ngày"),
        F.END_REASON: msg("Lý do thôi"),
        F.DECISION: msg("Số quyết định"),
    },
    msg("Quy hoạch, trình độ"): {
        F.PLANNED_POST: msg("Quy hoạch chức danh"),
        F.TERM: msg("Nhiệm kỳ"),
        F.EDUCATION: msg("Trình độ chuyên môn"),
        F.POLITICAL_THEORY: msg("Lý luận chính trị"),
        F.STATE_MANAGEMENT: msg("Quản lý nhà nước"),
    },
    msg("Số người khai báo"): {
        F.HEADCOUNT: msg("Số người"),
        F.HEADCOUNT_GROUP: msg("Nhóm cán bộ"),
        F.HEADCOUNT_DAY: msg("Số liệu ngày"),
        F.REPORTING_STATE: msg("Đã báo cáo hay chưa"),
    },
    msg("Không nhập"): {
        F.UNKNOWN: msg("Bỏ cột này"),
        F.NUMBER: msg("Số thứ tự"),
        F.NOTE: msg("Ghi chú"),
        F.ETHNICITY: msg("Dân tộc"),
        F.CERTIFICATE: msg("Chứng chỉ đã có"),
        F.OUR_RESULT: msg("Kết quả kiểm tra lần trước"),
    },
}
FIELD_NAMES = {field: name for group in FIELD_GROUPS.values() for field, name in group.items()}
#: What may stand in several columns of one table.
SEVERAL = {
    *(F.POST, F.PLANNED_POST, F.PHONE, F.NOTE, F.EDUCATION, F.HEADCOUNT, F.UNKNOWN),
    *(F.NUMBER, F.OUR_RESULT, F.ETHNICITY, F.CERTIFICATE),
}
ENCODING_NAMES = {
    Encoding.UNICODE: msg("Unicode, đổi ô phông cũ"),
    Encoding.TCVN3: msg("Phông cũ TCVN3 (.VnTime)"),
    Encoding.VNI: msg("Phông cũ VNI"),
    Encoding.WINDOWS_1258: msg("Bảng mã Windows-1258"),
    Encoding.UTF8: msg("UTF-8 bị đọc sai thành Windows-1252"),
}
DIFFERENCE_NAMES = {
    **{field.value: name for field, name in FIELD_NAMES.items()},
    "birth_year": msg("Năm sinh"),
    "official_id": msg("Số căn cước"),
}
EVIDENCE_NAMES = {
    "name": msg("họ tên"),
    "name_key": msg("họ tên (chỉ khác chỗ đặt dấu)"),
    "name_bare": msg("họ tên (không kể dấu)"),
    "born": msg("ngày sinh"),
    "birth_year": msg("năm sinh"),
    "phone": msg("số điện thoại"),
    "official_id": msg("số căn cước"),
    "person_key": msg("mã cán bộ"),
    "place": msg("nơi công tác"),
    "commune": msg("nơi công tác"),
    "post": msg("chức danh"),
}
