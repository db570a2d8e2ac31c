"""Typography: what is not torn at the end of a line, and how a telephone number is read."""

import re
from typing import Protocol

from flask import Flask

from elearn import people
from elearn.text import given_name
from elearn.web.i18n import told

KEPT = """
bồi dưỡng|hội viên|phụ nữ|chi hội trưởng|chi hội phó|chi hội|tổ trưởng|tổ phó|nghiệp vụ|cơ sở
bài giảng|chuyên đề|chương trình|trang chiếu|bản chữ|máy chủ|điện thoại|đường dẫn|mật khẩu
chứng chỉ|chứng nhận|cán bộ|học viên|giảng viên|quản lý|quản trị|tổ chức|sinh hoạt|phương pháp
kỹ năng|vai trò|nhiệm vụ|công tác|tuyên truyền|vận động|kinh tế|gia đình|bình đẳng|bình đẳng giới
phản ánh|nguyện vọng|tâm tư|hòa giải|mâu thuẫn|bạo lực|hạnh phúc|sức khỏe|môi trường|nông thôn
thông minh|kết nối|tập hợp|thu hút|địa bàn|dân tộc|tôn giáo|văn hóa|xã hội|pháp luật|chính sách
chính trị|chính quyền|hành chính|công nghệ|thông tin|công chức|hoạt động|hệ thống|nền tảng|tư tưởng
cấp ủy|cấp xã|cấp tỉnh|cấp huyện|bí thư|phó bí thư|báo cáo|nội dung|phát triển|xây dựng|giám sát
nâng cao|chất lượng|điều hành|hỗ trợ|thực hiện|chuyển đổi số|liên hiệp|phòng ngừa|chức danh|thị trấn
phản biện|kiểm tra|hiện đại|quan điểm|phương thức|công nghiệp|cách mạng|bối cảnh|thứ tư|kiến thức
ứng dụng|tư pháp|hộ tịch|địa phương|đánh giá|chức năng|giải quyết|vấn đề|nắm bắt|văn bản|kế hoạch
đồng bằng|miền núi|trung du|chuẩn bị|đấu tranh|phản bác|sai trái|thù địch|bảo vệ|làm việc
chủ tịch|phó chủ tịch|ủy ban nhân dân|Việt Nam|Hà Nội|Hưng Yên|Ninh Bình|Thái Bình|Bắc Ninh
Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Đắk Lắk|Lâm Đồng|Nghệ An|Thanh Hóa
"""
_LONGEST_FIRST = sorted(re.split(r"[|\n]", KEPT.strip()), key=len, reverse=True)
_KEPT = re.compile(rf"(?<!\w)({'|'.join(_LONGEST_FIRST)})(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r"(?<=\d) (?=(?:phút|MB|GB|kB|bài|câu|người|năm|tuổi|%)(?!\w))")


def keep(title: object) -> str:
    """Return a title in which compounds, and figures with their units, hold together."""
    joined = _KEPT.sub(lambda found: found[0].replace(" ", "\u00a0"), str(title))
    return _COUNTED.sub("\u00a0", joined)


def phone(number: str | None) -> str:
    """Return a telephone number as it is read aloud: 0912 345 678."""
    digits = number or ""
    if not (len(digits) == 10 and digits.isdecimal()):
        return digits
    return f"{digits[:4]}\u00a0{digits[4:7]}\u00a0{digits[7:]}"


class Named(Protocol):
    """Whoever has a name, and a gender, known or not."""

    @property
    def full_name(self) -> str: ...
    @property
    def gender(self) -> str | None: ...


def called(full_name: str) -> str:
    """Return what to call a person by: the last word, as Vietnamese do, unless that misleads.

    Peoples of the highlands put the given name first, behind H' or Y.
    """
    first, *rest = full_name.split()
    is_plain = len(rest) > 1 and "'" not in first and first not in ("Y", "H")
    return given_name(full_name) if is_plain else full_name


def addressed(someone: Named) -> str:
    """Return a person as one speaks to her: chị Thoa."""
    return f"{told(people.address_of(someone))} {called(someone.full_name)}"


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(addressed=addressed, keep=keep, phone=phone)
