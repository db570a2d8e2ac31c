"""Draws a receipt on A4 with Typst, from what was signed and nothing else."""

from datetime import datetime
from pathlib import Path
from typing import Any

from elearn import clock, paper
from elearn.learning.rules import Line, Told

TEMPLATE = Path(__file__).parent / "data" / "receipt.typ"
_NOTE = (
    "Máy chủ ghi nhận từng giây thực sự được phát; tua qua thì không tính. Biên nhận này nói điều"
    " máy chủ giữ lúc lập, sau đó có thể nhiều hơn. Quét mã, so từng dòng với trang mở ra: khác một"
    " chữ là giấy đã bị sửa."
)


def draw(told: Told, address: str, *, product: str, fonts: Path = paper.FONTS) -> bytes:
    """Return the receipt as PDF, the same bytes each time; the address is where it is checked.

    :raise Refusal: if a letter of it is in no font.
    """
    return paper.pdf(TEMPLATE, given_for(told, address, product), at=told.said_at, fonts=fonts)


def given_for(told: Told, address: str, product: str) -> dict[str, Any]:
    """Return what the template reads."""
    return {
        "title": f"Biên nhận xem bài giảng: {told.name}, {_moment(told.said_at)}",
        "heading": "Biên nhận xem bài giảng",
        "product": product,
        "facts": [one for one in _facts(told) if one[1]],
        "qr": paper.qr_svg(address, margin=0),
        "alt": f"Mã QR dẫn tới {address}, nơi kiểm tra biên nhận này",
        "scan": "Quét để kiểm tra",
        "sum": f"{len(told.lines)} bài đang xem hoặc đã xem; {told.seen} bài được tính là đã xem",
        "heads": ["Bài giảng", "Đã ghi nhận\n(phút:giây)", "Cả bài", "Được tính là đã xem"],
        "rows": [_row(line) for line in told.lines],
        "note": _NOTE,
        "foot": address,
    }


def _facts(told: Told) -> list[tuple[str, str]]:
    born = "Ngày sinh" if "/" in told.born else "Năm sinh"
    return [
        ("Họ và tên", told.name),
        (born, told.born),
        ("Đơn vị", told.unit),
        ("Máy chủ giữ lúc", _moment(told.said_at)),
    ]


def _row(line: Line) -> list[str]:
    if line.seen_at:
        rule = f"\nquy tắc số {line.seen_by}" if line.seen_by else ""
        seen = f"{_moment(line.seen_at)}{rule}"
    else:
        seen = f"Còn thiếu {_minutes(line.lacking)}"
    held = _minutes(line.held)
    if line.shared:
        held = f"{held}\nxem chung {_minutes(line.shared)}"
    return [line.name, held, _minutes(line.length), seen]


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(clock.ZONE):%H:%M ngày %d/%m/%Y}"
