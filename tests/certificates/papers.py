"""Certificates to be drawn in tests, and what poppler sees on a page."""

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any

import typst
from PIL import Image

from elearn import paper
from elearn.catalogue import CertificateKind
from elearn.certificates.rules import Facts
from elearn.certificates.typst import TEMPLATE, draw, given_for

AT = datetime(2026, 3, 5, 3, tzinfo=UTC)
USUAL = Facts(
    kind=CertificateKind.COMPLETION_STATEMENT,
    number="0147/2026/GCN-HVPN",
    full_name="Nguyễn Thị Ngọc Ưỡng",
    born="05/3/1979",
    unit="Chi hội Phụ nữ thôn Đông, Hội LHPN xã Hưng Hà, tỉnh Hưng Yên",
    programme_title="Nghiệp vụ công tác Hội cho chi hội trưởng phụ nữ",
    starts_on=date(2026, 1, 5),
    ends_on=date(2026, 2, 28),
    periods=16,
    decision_number="512/QĐ-HVPN",
    decision_on=date(2026, 3, 3),
    issued_on=date(2026, 3, 5),
    issuer_name="Học viện Phụ nữ Việt Nam",
    issuer_parent="Hội Liên hiệp Phụ nữ Việt Nam",
    place="Hà Nội",
    signer_prefix="KT. GIÁM ĐỐC",
    signer_title="PHÓ GIÁM ĐỐC",
    signer_name="PGS. TS. Trần Thị Minh Hạnh",
    address="http://localhost:8000/c/abcdefghjk",
)
_SIXTY = "Công Tằng Tôn Nữ Hoàng Thị Ngọc Ưỡng Phượng Khuyên Quỳnh Yến"
_TITLE = (
    "Hệ thống chính trị cơ sở với công tác bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác "
    "quan điểm sai trái, thù địch trong bối cảnh cách mạng công nghiệp lần thứ tư"
)
_UNIT = (
    "Tổ phụ nữ số 4, Chi hội Phụ nữ buôn Ea Tul, Hội Liên hiệp Phụ nữ xã Cư M'gar, cụm liên kết "
    "các xã Krông Ana, Ea Kpam và Quảng Hiệp, khối trường học và cơ quan đóng trên địa bàn, "
    "tỉnh Đắk Lắk"
)
LONGEST = replace(
    USUAL,
    kind=CertificateKind.CERTIFICATE,
    full_name=_SIXTY,
    unit=_UNIT,
    programme_title=f"{_TITLE} {_TITLE}",
    starts_on=date(2026, 10, 12),
    ends_on=date(2026, 12, 28),
    decision_number="1234/QĐ-TĐTCBNVC-ĐTBD-HVPN",
    issuer_name="Trường Đào tạo cán bộ Nguyễn Văn Cừ và Trung tâm Chính trị phường Hạ Long",
    issuer_parent="Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị xã hội Quảng Ninh",
    place="Thành phố Hồ Chí Minh",
    signer_prefix="TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH",
    signer_title="PHÓ CHỦ TỊCH THƯỜNG TRỰC KIÊM GIÁM ĐỐC TRUNG TÂM BỒI DƯỠNG",
    signer_name=f"PGS. TS. {_SIXTY}",
    address="https://boiduongcoso.hoilienhiepphunu.quangninh.gov.vn/c/abcdefghjk",
)
#: Words wider than their fields; they go on in the next line.
UNBROKEN = replace(USUAL, full_name="Ngượng" * 10, unit="nghiêng" * 40)
#: What a paper may have to hold, by what is remarkable about it.
PAPERS: Mapping[str, Facts] = {
    "usual": USUAL,
    "apostrophe": replace(USUAL, full_name="H'Hen Niê", born="1992", unit="Buôn Sứt M'đưng"),
    "short": replace(
        USUAL,
        full_name="Y Blô Niê",
        kind=CertificateKind.CERTIFICATE,
        born="",
        unit="",
        issuer_parent="",
        signer_prefix="",
        ends_on=USUAL.starts_on,
    ),
    "letters of the highlands": replace(USUAL, full_name="H'Ƀlŭk Êčăm Kƀuôr Ñĭt", unit="Ƀuôn Ŏ"),
    "high and low marks": replace(USUAL, full_name="ẴNG ỄNH ỖNG Ợp ỵ gyj", unit="ẪẴỄỖ Ẫ ợ ự ỵ"),
    "sixty letters": replace(USUAL, full_name=_SIXTY, programme_title=_TITLE),
    "markup": replace(
        USUAL,
        full_name="#panic() *Thị* [Ngọc] $x$ @Ư \\",
        programme_title='= Đề //mục _một_ <hai> `ba` ~ -- ... "bốn" \'năm\' #include "a.typ"',
        unit='#set text(fill: white); "\\u{41}" https://a.vn /* b */',
    ),
    "longest": LONGEST,
}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner, and what stands in it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box", slack: float = 0.3) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0


@cache
def drawn(facts: Facts) -> bytes:
    """Return the certificate, drawn once a run."""
    return draw(facts, at=AT)


def poppler(tool: str, pdf: bytes, *arguments: str) -> bytes:
    """Return what one of poppler's tools writes about this PDF."""
    target = ["-"] if tool == "pdftotext" else []
    command = [tool, *arguments, "-", *target]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout


_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


@cache
def words(facts: Facts) -> list[Box]:
    """Return every word that poppler reads, with its place, line after line."""
    page = poppler("pdftotext", drawn(facts), "-bbox", "-raw").decode()
    return [Box(unescape(text), *map(float, places)) for *places, text in _WORD.findall(page)]


@cache
def fields(facts: Facts) -> list[Box]:
    """Return the fields, rules and the code, where the template itself says that they are."""
    given = json.dumps(given_for(facts))
    compiler = typst.Compiler(
        TEMPLATE, font_paths=[paper.FONTS], ignore_system_fonts=True, sys_inputs={"given": given}
    )
    found = json.loads(compiler.query("<field>", field="value"))
    assert all(one["page"] == 1 for one in found)
    return [_box(one) for one in found]


def _box(found: dict[str, Any]) -> Box:
    left, top = _points(found["at"]["x"]), _points(found["at"]["y"])
    width, height = _points(found["width"]), _points(found["height"])
    return Box(found["name"], left, top, left + width, top + height)


def _points(length: str) -> float:
    return float(length.removesuffix("pt"))


def picture(facts: Facts, dpi: int) -> Image.Image:
    """Return the page as a grey picture."""
    shown = poppler("pdftoppm", drawn(facts), "-r", str(dpi), "-gray", "-singlefile")
    return Image.open(BytesIO(shown))
