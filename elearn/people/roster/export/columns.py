"""The columns of a roster that we write: those a reader of ours is sure about."""

from collections.abc import Iterable

from elearn import workbooks
from elearn.people.roster.rules.layouts import RosterField
from elearn.text import msg

HEADINGS = {
    RosterField.NUMBER: (msg("STT"), 7),
    RosterField.PERSON_KEY: (msg("Mã cán bộ"), 11),
    RosterField.NAME: (msg("Họ và tên"), 28),
    RosterField.BORN: (msg("Ngày sinh"), 13),
    RosterField.GENDER: (msg("Giới tính"), 9),
    RosterField.PHONE: (msg("Số điện thoại"), 15),
    RosterField.POST: (msg("Chức vụ"), 34),
    RosterField.BRANCH: (msg("Chi hội"), 26),
    RosterField.COMMUNE: (msg("Xã, phường, đặc khu"), 24),
    RosterField.PROVINCE: (msg("Tỉnh, thành phố"), 22),
    RosterField.SINCE: (msg("Từ ngày"), 13),
    RosterField.DECISION: (msg("Quyết định"), 18),
    RosterField.UNTIL: (msg("Đến ngày"), 13),
    RosterField.END_REASON: (msg("Lý do thôi"), 20),
    RosterField.PLANNED_POST: (msg("Quy hoạch chức danh"), 34),
    RosterField.TERM: (msg("Nhiệm kỳ"), 13),
    RosterField.EDUCATION: (msg("Trình độ chuyên môn"), 18),
    RosterField.POLITICAL_THEORY: (msg("Lý luận chính trị"), 24),
    RosterField.STATE_MANAGEMENT: (msg("Quản lý nhà nước"), 24),
    RosterField.NOTE: (msg("Ghi chú"), 24),
}
RESULT = msg("Kết quả kiểm tra")


def columns_of(fields: Iterable[RosterField]) -> list[workbooks.Column]:
    """Return the columns that tell these."""
    return [workbooks.Column(str(HEADINGS[one][0]), HEADINGS[one][1]) for one in fields]
