"""What the cells of columns say of how they were written: old fonts, and months before days."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence

from elearn.encodings import Encoding, evidence
from elearn.people.roster.rules.layout.column import Columns
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import Heading, RosterField

_LOOKED_AT = 2_000  # Cells of a column, spread over all of it.
_LEAP_YEAR = 2000  # Whose months are as long as they can be.
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
# Letters that no old font has a sign for, and that stand in any longer Vietnamese text.
_ONLY_NEW = re.compile(r"[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{2,4}\s*")


def headings_of(view: View, columns: Columns, entries: Sequence[int]) -> dict[int, Heading]:
    """Return the columns as headings, with what their cells are written in."""
    texts = {at: _texts(view, entries, at) for at in columns}
    encodings = _encodings(texts)
    return {
        at: Heading(
            text=one.text,
            field=one.field,
            confidence=round(one.meaning.confidence, 2),
            encoding=encodings[at],
            group=one.meaning.group if one.field is RosterField.HEADCOUNT else None,
            is_month_first=one.field in _DAYS and _is_month_first(texts[at]),
        )
        for at, one in columns.items()
    }


def _texts(view: View, entries: Sequence[int], column: int) -> list[str]:
    """Return the texts of a column, of a long one some from all over it."""
    step = max(len(entries) // _LOOKED_AT, 1)
    cells = (view.cell(row, column) for row in entries[::step])
    return [cell for cell in cells if isinstance(cell, str)]


def _encodings(texts: Mapping[int, list[str]]) -> dict[int, Encoding]:
    """Return what each column is written in; the others speak for one that tells nothing itself."""
    telling = {at: [one for one in cells if not one.isascii()] for at, cells in texts.items()}
    found = {at: evidence(cells) if cells else Encoding.UNICODE for at, cells in telling.items()}
    old = Counter(one for one in found.values() if one is not Encoding.UNICODE)
    if not old:
        return found
    most = old.most_common(1)[0][0]
    silent = (
        at for at, cells in telling.items() if cells and not any(map(_ONLY_NEW.search, cells))
    )
    return found | {at: most for at in silent if found[at] is Encoding.UNICODE}


def _is_month_first(cells: list[str]) -> bool:
    """Return whether a second number is ever a day only, and a first one never."""
    found = [(int(day[1]), int(day[2])) for text in cells if (day := _DAY.fullmatch(text))]
    return any(_is_american(*one) for one in found) and all(first <= 12 for first, _ in found)


def _is_american(month: int, day: int) -> bool:
    """Return whether it can only be a month and a day of it; 02/30 is a mistake, no evidence."""
    return 1 <= month <= 12 < day <= monthrange(_LEAP_YEAR, month)[1]
