"""Records of what was done elsewhere: their states, how a paper is cited, when two are the same."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.learning.rules.completion import CompletionForm
from elearn.text import fold, msg, nfc

MOST_PAGES = 6
MOST_WAITING = 20  # Of one person at a time.


class RecordState(StrEnum):
    """What became of an external record; only one that waits can still be confirmed."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"


RECORD_STATE_NAMES = {
    RecordState.WAITING: msg("Chờ xác nhận"),
    RecordState.CONFIRMED: msg("Đã xác nhận"),
    RecordState.REFUSED: msg("Không xác nhận"),
    RecordState.WITHDRAWN: msg("Đã rút lại"),
    RecordState.TAKEN_BACK: msg("Không còn tính"),
}
#: What may still count, so that another of the same would count twice.
STANDING = (RecordState.WAITING, RecordState.CONFIRMED)
RECORD_FORM_NAMES = {
    CompletionForm.EXTERNAL: msg("Lớp do trường hoặc cơ quan khác mở"),
    CompletionForm.EARLIER_PAPER: msg("Lớp của Hội hoặc Học viện, học trước khi có hệ thống này"),
}


def plain_number(number: str | None) -> str | None:
    """Return a paper's number without the word before it: "Số: 45/GCN" is "45/GCN"."""
    return re.sub(r"^số\b[ :.]*", "", nfc(number or ""), flags=re.IGNORECASE) or None


def number_key(number: str | None) -> str | None:
    """Return what two spellings of one paper's number share: "45 / GCN" is "45/gcn"."""
    kept = re.sub(r"[^a-z0-9/]", "", fold(plain_number(number) or ""))
    return kept[:100] or None


def cited(number: str | None, paper_on: date | None, organiser: str) -> str:
    """Return how a paper is named where it is a completion's source: "45/GCN ngày 12/6/2021, …"."""
    parts = [f"số {number}" if number else "giấy"]
    if paper_on:
        parts.append(f"ngày {paper_on.day}/{paper_on.month}/{paper_on.year}")
    return f"{' '.join(parts)}, {organiser}"


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a record is told from others: whose, which paper, which programme, which day."""

    person_id: int
    number: str | None
    paper_on: date | None
    organiser: str
    programme_id: int | None
    last_on: date


def is_double(one: Marks, other: Marks) -> bool:
    """Return whether two records may be of the same paper, or of the same course.

    Numbers begin anew each year and at each organiser, so for two persons both must agree.
    """
    same_number = one.number is not None and one.number == other.number
    if one.person_id == other.person_id:
        return same_number or (one.last_on == other.last_on and _same_programme(one, other))
    same_day = None in (one.paper_on, other.paper_on) or one.paper_on == other.paper_on
    return same_number and same_day and _folded(one.organiser) == _folded(other.organiser)


def _same_programme(one: Marks, other: Marks) -> bool:
    either_is_open = None in (one.programme_id, other.programme_id)
    return either_is_open or one.programme_id == other.programme_id


def _folded(organiser: str) -> str:
    return " ".join(re.findall(r"\w+", fold(nfc(organiser))))
