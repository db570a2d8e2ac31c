"""What stands on one certificate: every printed fact, as a value that never changes."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from elearn.catalogue import CertificateKind
from elearn.people import born_as_printed
from elearn.text import fold


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything printed on a certificate, frozen on the day it was issued.

    The row of the certificate keeps these values; paper and public check read them and nothing
    else, so a person who marries, moves or is corrected later changes no certificate.
    """

    kind: CertificateKind
    #: As shown, with its year and its register: "0147/2026/GCN-HVPN".
    number: str
    full_name: str
    #: "05/3/1979", or the year alone, or nothing.
    born: str
    unit: str
    programme_title: str
    starts_on: date
    ends_on: date
    periods: int
    decision_number: str
    decision_on: date
    issued_on: date
    issuer_name: str
    issuer_parent: str
    place: str
    #: The lines above the title, "KT. GIÁM ĐỐC", or nothing.
    signer_prefix: str
    signer_title: str
    signer_name: str
    #: Where anyone checks it: the address in the QR code.
    address: str


_YEAR = r"(?:19|20)[0-9]{2}"
_BORN = re.compile(rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]({_YEAR})")


def born_meant(text: str) -> str | None:
    """Return a birth as it is printed, however it was typed; None if there is no such day."""
    typed = text.strip()
    if re.fullmatch(f"{_YEAR}|", typed):
        return typed
    found = _BORN.fullmatch(typed)
    try:
        day, month, year = map(int, found.groups()) if found else (0, 0, 0)
        return born_as_printed(date(year, month, day), None)
    except ValueError:
        return None


def shown_number(number: int, year: int, sign: str) -> str:
    """Return a number as it is printed: 0147/2026/GCN-HVPN."""
    return f"{number:04}/{year}/{sign}"


def last_day(*, planned: date, completed: date, closed: date) -> date:
    """Return the last day of a course as it was, for a paper cannot tell of days to come.

    The planned one, or a later one on which the person completed it, but none after its closing.
    """
    return min(max(planned, completed), closed)


_FILE_KINDS = {
    CertificateKind.CERTIFICATE: "Chứng chỉ",
    CertificateKind.COMPLETION_STATEMENT: "Giấy chứng nhận",
}


def file_names(facts: Facts) -> tuple[str, str]:
    """Return how the file is called when it is saved: in letters any machine keeps, and truly.

    The second is written as headers carry it, every sign beyond plain letters as %XX.
    """
    number = facts.number.replace("/", "-")
    true = f"{_FILE_KINDS[facts.kind]} {number} {facts.full_name}.pdf"
    plain = re.sub(r"[^a-z0-9.]+", "-", fold(true)).replace("-.pdf", ".pdf")
    return plain, quote(true, safe="")
