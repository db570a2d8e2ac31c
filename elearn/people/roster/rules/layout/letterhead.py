"""What stands above a table and beneath it: whose list it is, and of which day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from elearn.people.roster.rules.headings import words_of
from elearn.people.roster.rules.layout.kinds import Rank
from elearn.people.roster.rules.layout.places import places_in
from elearn.people.roster.rules.layouts import Context

_LONGEST = 300
_WORDED = re.compile(
    r"ng[àa]y\s*(\d{1,2})\s*th[áa]ng\s*(\d{1,2})\s*n[ăa]m\s*(\d{4})", re.IGNORECASE
)
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)")
_COUNTED = re.compile(
    r"\b(?:tinh|so lieu|thong ke|cap nhat|thoi diem)\b.{0,20}\b(?:den|ngay|diem)\b"
)
# A letter that the list came with, or the paper it rests on, has a day of its own.
_PAPERS = re.compile(r"\b(?:kem theo|can cu|theo)\b")
_NAMES = {Rank.PROVINCE: "province", Rank.DISTRICT: "district", Rank.COMMUNE: "commune"}


def context_of(above: Iterable[str], signature: Iterable[str]) -> Context:
    """Return of which places and which day the texts speak above a table and beneath it."""
    head = [text[:_LONGEST] for text in above]
    signed = [text[:_LONGEST] for text in signature]
    return Context(**_places(head), day=_day(head, signed))


def _places(texts: Iterable[str]) -> dict[str, str]:
    """Return the first place of each rank; what papers say of comes last."""
    found: dict[str, str] = {}
    for text in sorted(texts, key=lambda text: _PAPERS.search(words_of(text)) is not None):
        for place in places_in(text):
            if place.rank in _NAMES:
                found.setdefault(_NAMES[place.rank], place.text)
    return found


def _day(head: list[str], signature: list[str]) -> date | None:
    """Return the day of the numbers, else of the signature, the letterhead, or its paper."""
    for texts in (
        [text for text in head if _COUNTED.search(words_of(text))],
        signature,
        [text for text in head if not _PAPERS.search(words_of(text))],
        head,
    ):
        if (day := next(_days(texts), None)) is not None:
            return day
    return None


def _days(texts: Iterable[str]) -> Iterator[date]:
    for text in texts:
        for found in (*_WORDED.finditer(text), *_WRITTEN.finditer(text)):
            day, month, year = (int(part) for part in found.groups())
            try:
                yield date(year, month, day)
            except ValueError:
                continue
