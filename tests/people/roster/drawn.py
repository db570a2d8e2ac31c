"""Sheets drawn as lines of text: cells parted by |, rows numbered from 1, `=` before a number."""

import re
from collections.abc import Iterable

from elearn.people.roster.rules.books import Book, BookRow, Raw, Sheet, Span
from elearn.people.roster.rules.layout import layouts_of, placed_rows
from elearn.people.roster.rules.layouts import Context, Layout

_CORNERS = re.compile(r"([A-Z])(\d+):([A-Z])(\d+)")


def sheet(
    *lines: str,
    merged: Iterable[str] = (),
    name: str = "Sheet1",
    hidden: str = "",
    is_hidden: bool = False,
) -> Sheet:
    """Return a sheet; `hidden` are the letters of columns that it hides."""
    rows = (BookRow(at, _cells(line)) for at, line in enumerate(lines, 1))
    return Sheet(
        name,
        tuple(row for row in rows if any(cell is not None for cell in row.cells)),
        is_hidden=is_hidden,
        merged=tuple(_span(one) for one in merged),
        hidden_columns=frozenset(ord(letter) - ord("A") for letter in hidden),
    )


def _cells(line: str) -> tuple[Raw, ...]:
    return tuple(_cell(part.strip()) for part in line.split("|"))


def _cell(text: str) -> Raw:
    return float(text[1:]) if text.startswith("=") else text.replace("\\n", "\n") or None


def _span(corners: str) -> Span:
    found = _CORNERS.fullmatch(corners)
    assert found
    left, top, right, bottom = found.groups()
    return Span(int(top), int(bottom), ord(left) - ord("A"), ord(right) - ord("A"))


def layout(*lines: str, merged: Iterable[str] = (), hidden: str = "") -> Layout:
    """Return the layout of a sheet that has one table."""
    (found,) = layouts_of(Book((sheet(*lines, merged=merged, hidden=hidden),)))
    return found


def fields(found: Layout) -> str:
    """Return what the columns mean, from A on: "number name born"."""
    return " ".join(one.field for one in found.columns.values())


def entries(*lines: str, merged: Iterable[str] = ()) -> list[tuple[str, Context]]:
    """Return the name of each entry, and what stands above it."""
    one = sheet(*lines, merged=merged)
    (found,) = layouts_of(Book((one,)))
    at = next(at for at, heading in found.columns.items() if heading.field == "name")
    return [(str(row.cells[at]), context) for row, context in placed_rows(one, found)]


def rows(*lines: str, merged: Iterable[str] = ()) -> list[BookRow]:
    """Return the rows of the entries, with what they carry on from above."""
    one = sheet(*lines, merged=merged)
    (found,) = layouts_of(Book((one,)))
    return [row for row, _ in placed_rows(one, found)]
