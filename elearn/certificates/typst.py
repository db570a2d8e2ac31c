"""Draws a certificate on A4 with Typst, from its facts and nothing else."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from elearn import paper
from elearn.catalogue import CERTIFICATE_NAMES, CertificateKind
from elearn.certificates.rules import Facts, day_in_words, time_in_words

TEMPLATE = Path(__file__).parent / "data" / "certificate.typ"
#: Each office that is stood for has a line of its own: TM. BAN THƯỜNG VỤ, below it KT. CHỦ TỊCH.
_NEXT_OFFICE = re.compile(r"\s+(?=(?:KT|TL|TUQ|TM|Q)\.)")
_DONE = {
    CertificateKind.CERTIFICATE: "đã hoàn thành chương trình bồi dưỡng",
    CertificateKind.COMPLETION_STATEMENT: "đã hoàn thành khóa học",
}


def draw(facts: Facts, *, at: datetime, fonts: Path = paper.FONTS) -> bytes:
    """Return the certificate as PDF; the same facts drawn for the same moment are the same bytes.

    :raise Refusal: if a fact is too long for the paper, or a letter of it is in no font.
    """
    return paper.pdf(TEMPLATE, given_for(facts), at=at, fonts=fonts)


def given_for(facts: Facts) -> dict[str, Any]:
    """Return what the template reads: the lines, the code, and what the file says of itself."""
    kind = str(CERTIFICATE_NAMES[facts.kind])
    return {
        "title": f"{kind} số {facts.number}: {facts.full_name}",
        "author": facts.issuer_name,
        "description": f"{kind}: {facts.programme_title}",
        "lines": lines_of(facts),
        "qr": paper.qr_svg(facts.address, margin=0),
        "alt": f"Mã QR dẫn tới {facts.address}, nơi kiểm tra giấy này",
    }


def lines_of(facts: Facts) -> dict[str, str]:
    """Return every line by the name of its field, as it is printed; an empty one is left out.

    Names of bodies and offices stand in capitals where documents want them so.
    """
    return {
        "issuer_parent": facts.issuer_parent.upper(),
        "issuer": facts.issuer_name.upper(),
        "number": f"Số: {facts.number}",
        "nation": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "motto": "Độc lập - Tự do - Hạnh phúc",
        "kind": str(CERTIFICATE_NAMES[facts.kind]).upper(),
        "certifies": f"{facts.issuer_name} chứng nhận",
        "name": facts.full_name,
        "born": _born(facts.born),
        "unit": f"Đơn vị: {facts.unit}" if facts.unit else "",
        "done": _DONE[facts.kind],
        "programme": facts.programme_title,
        "time": f"Thời gian: {time_in_words(facts.starts_on, facts.ends_on, facts.periods)}",
        "decision": f"Quyết định số {facts.decision_number} {day_in_words(facts.decision_on)}",
        "check": "Quét mã hoặc mở địa chỉ dưới đây để so từng dòng của giấy này với sổ cấp.",
        "address": facts.address,
        "place_and_date": f"{facts.place}, {day_in_words(facts.issued_on)}",
        "signer_prefix": _NEXT_OFFICE.sub("\n", facts.signer_prefix.upper()),
        "signer_title": facts.signer_title.upper(),
        "signer_name": facts.signer_name,
    }


def _born(born: str) -> str:
    if not born:
        return ""
    return f"Sinh ngày {born}" if "/" in born else f"Sinh năm {born}"
