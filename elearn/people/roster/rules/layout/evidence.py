"""What the cells of columns say of how they were written: old fonts, and months before days."""

import re
from collections.abc import Iterator, Sequence

from elearn.people.roster.rules.books import Raw
from elearn.people.roster.rules.encodings import evidence
from elearn.people.roster.rules.layout.column import Columns
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import Encoding, Heading, RosterField

_LOOKED_AT = 2_000  # Cells of a column, spread over all of it.
_DAYS = frozenset(
    (
        RosterField.BORN,
        RosterField.BORN_MALE,
        RosterField.BORN_FEMALE,
        RosterField.SINCE,
        RosterField.UNTIL,
        RosterField.HEADCOUNT_DAY,
    )
)
_DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{2,4}\s*")


def headings_of(view: View, columns: Columns, entries: Sequence[int]) -> dict[int, Heading]:
    """Return the columns as headings, with what their cells are written in."""
    found: dict[int, Heading] = {}
    for at, one in columns.items():
        cells = [cell for cell in _cells(view, entries, at) if isinstance(cell, str)]
        found[at] = Heading(
            text=one.text,
            field=one.field,
            confidence=round(one.meaning.confidence, 2),
            encoding=_encoding(cells),
            group=one.meaning.group if one.field is RosterField.HEADCOUNT else None,
            is_month_first=one.field in _DAYS and _is_month_first(cells),
        )
    return found


def _cells(view: View, entries: Sequence[int], column: int) -> Iterator[Raw]:
    step = max(len(entries) // _LOOKED_AT, 1)
    return (view.cell(row, column) for row in entries[::step])


def _encoding(cells: list[str]) -> Encoding:
    telling = [text for text in cells if not text.isascii()]
    return evidence(telling) if telling else Encoding.UNICODE


def _is_month_first(cells: list[str]) -> bool:
    """Return whether a second number is ever a day only, and a first one never."""
    found = [(int(day[1]), int(day[2])) for text in cells if (day := _DAY.fullmatch(text))]
    return any(second > 12 for _, second in found) and all(first <= 12 for first, _ in found)
