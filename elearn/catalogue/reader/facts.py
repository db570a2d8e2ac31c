"""The facts of a programme that are written in a form of their own: days, years, paper, plan."""

from datetime import date
from enum import StrEnum

from elearn.catalogue.reader.entry import Entry
from elearn.catalogue.rules import CertificateKind
from elearn.db import UNKNOWN_START
from elearn.text import msg

Years = tuple[int, int] | tuple[None, None]
Plan = tuple[int, int] | tuple[None, None]


class Paper(StrEnum):
    """The certificate by its Vietnamese name, as catalogue.yaml writes it."""

    CHUNG_CHI = "chung_chi"
    GIAY_CHUNG_NHAN = "giay_chung_nhan"


KINDS = {
    Paper.CHUNG_CHI: CertificateKind.CERTIFICATE,
    Paper.GIAY_CHUNG_NHAN: CertificateKind.COMPLETION_STATEMENT,
}


def certificate_of(entry: Entry) -> CertificateKind:
    return KINDS[entry.choice("certificate", Paper)]


def days_of(entry: Entry) -> tuple[date, date | None]:
    """Return the first and the last day on which a class may open."""
    first, last = entry.day("valid_from") or UNKNOWN_START, entry.day("valid_to")
    if last is not None and last < first:
        entry.sheet.note(entry.line_of("valid_to"), msg("valid_to đứng trước valid_from"))
    return first, last


def years_of(entry: Entry) -> Years:
    """Return the years for which the source plans the programme, if it says so."""
    if not entry.has("years"):
        return None, None
    years = [text for text, _ in entry.texts("years") if text.isdecimal()]
    if len(years) != 2 or int(years[0]) > int(years[1]):
        entry.sheet.note(
            entry.line_of("years"), msg("years phải là [năm đầu, năm cuối], ví dụ [2021, 2025]")
        )
        return None, None
    return int(years[0]), int(years[1])


def class_plan_of(entry: Entry) -> Plan:
    """Return how many classes each province holds, and the least size of one."""
    plan = entry.optional_entry("class_plan")
    if plan is None:
        return None, None
    planned = plan.number("per_province", 1, 1000), plan.number("min_size", 1, 100_000)
    plan.close()
    return planned
