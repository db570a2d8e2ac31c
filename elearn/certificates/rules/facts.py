"""What stands on one certificate: every printed fact, as a value that never changes."""

from dataclasses import dataclass
from datetime import date

from elearn.catalogue import CertificateKind


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


def born_as_printed(born_on: date | None, birth_year: int | None) -> str:
    """Return a date of birth as documents write it, 05/3/1979; the year alone; or nothing."""
    if born_on is None:
        return str(birth_year) if birth_year else ""
    month = f"{born_on.month:02}" if born_on.month <= 2 else str(born_on.month)
    return f"{born_on.day:02}/{month}/{born_on.year}"


def shown_number(number: int, year: int, sign: str) -> str:
    """Return a number as it is printed: 0147/2026/GCN-HVPN."""
    return f"{number:04}/{year}/{sign}"
