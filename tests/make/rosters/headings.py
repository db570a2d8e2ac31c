"""Headings as offices write them, and the columns a list may have."""

from dataclasses import dataclass
from random import Random

SYNONYMS = {
    "number": "STT|TT|Stt|Số TT",
    "name": "Họ và tên|Họ tên|HỌ VÀ TÊN|Họ, tên|Họ và tên cán bộ|Họ tên học viên",
    "born": "Ngày, tháng, năm sinh|Ngày sinh|Năm sinh|Ngày tháng năm sinh|NĂM SINH|Sinh ngày",
    "gender": "Giới tính|Nam/Nữ|GIỚI TÍNH",
    "is_female": "Nữ",
    "phone": "Số điện thoại|Số ĐT|SĐT|Điện thoại|ĐT|Điện thoại liên hệ|Số ĐTDĐ|Số ĐT di động",
    "post": "Chức vụ|Chức danh|Chức vụ, chức danh|Chức vụ/chức danh|CHỨC VỤ|Chức vụ hiện nay",
    "branch": "Thôn|Chi hội|Thôn, tổ dân phố|Thôn/TDP|Thôn/xóm|Thôn, khu phố|Khu dân cư",
    "commune": "Xã|Xã, phường|Đơn vị|Đơn vị công tác|Xã/phường/thị trấn|Xã (phường, thị trấn)",
    "district": "Huyện|Quận/huyện|Huyện, thị xã, thành phố|Quận, huyện",
    "province": "Tỉnh|Tỉnh, thành phố|Tỉnh/thành phố",
    "ethnicity": "Dân tộc",
    "official_id": "Số CCCD|CCCD|Số căn cước|CMND/CCCD",
    "note": "Ghi chú|GHI CHÚ|Ghi chú khác",
}
#: Headings over two rows: what stands above, and what beneath it.
_ABOVE = {
    ("born_male", "born_female"): ("Năm sinh|Ngày, tháng, năm sinh|NĂM SINH", ("Nam", "Nữ")),
    ("branch", "commune"): ("Đơn vị|Đơn vị công tác|Địa chỉ|Nơi công tác", ("Thôn", "Xã")),
    ("commune", "district"): ("Đơn vị công tác|Nơi công tác", ("Xã", "Huyện")),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it tells, its heading, and what stands above that."""

    field: str
    heading: str
    above: str | None = None


def columns_of(blocks: list[tuple[str, ...]], chance: Random) -> list[Column]:
    """Return columns with headings; a block of two stands under one heading, if it can."""
    return [column for block in blocks for column in _block(block, chance)]


def _block(block: tuple[str, ...], chance: Random) -> list[Column]:
    if block in _ABOVE:
        above, beneath = _ABOVE[block]
        title = chance.choice(above.split("|"))
        return [Column(*one, title) for one in zip(block, beneath, strict=True)]
    return [Column(field, chance.choice(SYNONYMS[field].split("|"))) for field in block]
