"""One sheet with a column more: found out where it may stand, and written there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from elearn.workbooks.marking.columns import widened
from elearn.workbooks.marking.pieces import Broken, Head, Row, Tail, pieces_of
from elearn.workbooks.marking.tags import (
    MOST_COLUMNS,
    Cell,
    attribute,
    cell_xml,
    cells_backwards,
    column_of,
    letters_of,
    start_tag,
)
from elearn.workbooks.marking.values import Marks, Tint

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)[\"']")
_DIMENSION = start_tag("dimension")
_REF = attribute("ref")
_CORNER = re.compile(rb"([A-Z]{1,3})([0-9]+)")
_SPANS = re.compile(rb"\sspans\s*=\s*(\"[^\"]*\"|'[^']*')")  # A hint; a wrong one is worse.


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the column goes, and how the cells beside it look."""

    column: int
    head_style: int | None
    body_style: int | None
    last_row: int


@dataclass(frozen=True, slots=True)
class Looks:
    """Numbers of styles: of the heading, and of each colour; none where there are no styles."""

    head: int | None
    tints: Mapping[Tint, int]


def spot_for(stream: IO[bytes], marks: Marks) -> Spot:
    """Return where the column may stand: as it stood, else beside all that is filled or merged.

    :raise Broken: if the sheet cannot be edited, or no column is left.
    """
    first, furthest, last = min(marks.head_rows), -1, 0
    styles: dict[bool | None, int | None] = {}
    for piece in pieces_of(stream):
        if isinstance(piece, Tail):
            furthest = max(furthest, _furthest_merged(piece, first, last))
        elif isinstance(piece, Row):
            last = piece.number
            if last >= first and (end := _last_filled(piece)):
                furthest = max(furthest, end.column)
                styles.setdefault(marks.is_head(last), end.style)
    column = furthest + 1 if marks.column is None else marks.column
    if column >= MOST_COLUMNS:
        raise Broken
    return Spot(column, styles.get(True), styles.get(False), last)


def _last_filled(row: Row) -> Cell | None:
    return next((cell for cell in cells_backwards(row.cells, row.prefix) if cell.is_filled), None)


def _furthest_merged(tail: Tail, first: int, last: int) -> int:
    """Return the last column merged with one before it in the rows of the tables."""
    merged = (
        column_of(right)
        for _, top, right, bottom in _MERGED.findall(tail.xml)
        if int(bottom) >= first and int(top) <= last
    )
    return max(merged, default=-1)


def marked(stream: IO[bytes], marks: Marks, spot: Spot, looks: Looks) -> Iterator[bytes]:
    """Give the sheet with the column, piece by piece; all else of it byte for byte."""
    writer = _Writer(marks, spot, looks)
    for piece in pieces_of(stream):
        yield from writer.piece(piece)


class _Writer:
    """Writes the pieces of a sheet, and the rows that have no element yet."""

    def __init__(self, marks: Marks, spot: Spot, looks: Looks) -> None:
        self._marks, self._spot, self._looks = marks, spot, looks
        self._first = min(marks.head_rows)
        self._waiting = sorted({*marks.head_rows, *marks.rows}, reverse=True)
        self._letters, self._prefix = letters_of(spot.column), b""

    def piece(self, piece: Head | Row | Tail) -> Iterator[bytes]:
        if isinstance(piece, Head):
            self._prefix = piece.prefix
            reaching = _reaching(piece.xml, self._spot)
            yield widened(reaching, piece.prefix, self._spot.column)
        elif isinstance(piece, Row):
            yield from self._missing_before(piece.number)
            yield self._row(piece)
        else:
            yield from self._missing_before(None)
            yield piece.xml

    def _missing_before(self, number: int | None) -> Iterator[bytes]:
        """Give the rows that are to be marked and come before this one, or all that are left."""
        while self._waiting and (number is None or self._waiting[-1] <= number):
            missing = self._waiting.pop()
            if missing != number:
                p, cell = self._prefix, self._cell(missing)
                yield b'<%srow r="%d">%s</%srow>' % (p, missing, cell, p)

    def _row(self, row: Row) -> bytes:
        new = self._cell(row.number)
        if row.number < self._first or (row.is_bare and not new):
            return row.as_it_was
        cells = _placed(row, self._spot.column, new)
        return row.as_it_was if cells == row.cells else row.xml(cells, _SPANS.sub(b"", row.inside))

    def _cell(self, number: int) -> bytes:
        place = f"{self._letters}{number}"
        if number in self._marks.head_rows:
            return cell_xml(self._prefix, place, self._marks.heading, self._looks.head)
        mark = self._marks.rows.get(number)
        if mark is None:
            return b""
        return cell_xml(self._prefix, place, mark.text, self._looks.tints.get(mark.tint))


def _placed(row: Row, column: int, new: bytes) -> bytes:
    """Return the cells of a row with one put in its place, instead of what stood there."""
    cells, at = row.cells, 0
    for cell in cells_backwards(cells, row.prefix):
        if cell.column == column:
            return cells[: cell.start] + new + cells[cell.end :]
        if cell.column < column:
            return cells[: cell.end] + new + cells[cell.end :]
        at = cell.start
    return cells[:at] + new + cells[at:]


def _reaching(head: bytes, spot: Spot) -> bytes:
    """Return the head, its dimension reaching to the column, as far as it tells one."""
    found = _DIMENSION.search(head)
    told = _REF.search(found[0]) if found else None
    if not found or not told:
        return head
    corners = _CORNER.findall(told[2])
    column = max([spot.column, *(column_of(letters) for letters, _ in corners)])
    row = max([spot.last_row, 1, *(int(digits) for _, digits in corners)])
    ref = told[2].partition(b":")[0] + f":{letters_of(column)}{row}".encode()
    start = found.start()
    return head[: start + told.start(2)] + ref + head[start + told.end(2) :]
