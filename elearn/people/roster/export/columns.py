"""The columns of a roster that we write: those a reader of ours is sure about."""

from collections.abc import Iterable

from elearn import workbooks
from elearn.people.roster.rules.layouts import RosterField

HEADINGS = {
    RosterField.NUMBER: ("STT", 7),
    RosterField.PERSON_KEY: ("Mã cán bộ", 11),
    RosterField.NAME: ("Họ và tên", 28),
    RosterField.BORN: ("Ngày sinh", 13),
    RosterField.GENDER: ("Giới tính", 9),
    RosterField.PHONE: ("Số điện thoại", 15),
    RosterField.POST: ("Chức vụ", 34),
    RosterField.BRANCH: ("Chi hội", 26),
    RosterField.COMMUNE: ("Xã, phường, đặc khu", 24),
    RosterField.PROVINCE: ("Tỉnh, thành phố", 22),
    RosterField.SINCE: ("Từ ngày", 13),
    RosterField.DECISION: ("Quyết định", 18),
    RosterField.UNTIL: ("Đến ngày", 13),
    RosterField.END_REASON: ("Lý do thôi", 20),
    RosterField.PLANNED_POST: ("Quy hoạch chức danh", 34),
    RosterField.TERM: ("Nhiệm kỳ", 13),
    RosterField.EDUCATION: ("Trình độ chuyên môn", 18),
    RosterField.POLITICAL_THEORY: ("Lý luận chính trị", 24),
    RosterField.STATE_MANAGEMENT: ("Quản lý nhà nước", 24),
    RosterField.NOTE: ("Ghi chú", 24),
}
RESULT = "Kết quả kiểm tra"


def columns_of(fields: Iterable[RosterField]) -> list[workbooks.Column]:
    """Return the columns that tell these."""
    return [workbooks.Column(HEADINGS[one][0], HEADINGS[one][1]) for one in fields]
