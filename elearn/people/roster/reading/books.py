"""A book put together from the frames in which it is told."""

from typing import Any

from elearn import sheets
from elearn.encodings import Encoding, evidence
from elearn.people.roster.rules.books import Book, BookRow, Raw, Sheet, Span

_SHORT = 60
_MOST_KNOWN = 50_000


class Gathering:
    """A book that grows with each frame."""

    def __init__(self, name: str) -> None:
        """Begin a book; the name is that of a sheet which has none."""
        self._name = name
        self.book = Book(())
        self._sheets: list[Sheet] = []
        self._head: sheets.Frame = {}
        self._rows: list[BookRow] = []
        self._known: dict[str, str] = {}

    def hear(self, frame: sheets.Frame) -> None:
        """Take one frame."""
        if "cells" in frame:
            self._rows.extend(BookRow(number, self._cells(row)) for number, row in frame["cells"])
            return
        self._end_sheet()
        self._head = frame
        if "end" in frame:
            self.book = Book(
                tuple(self._sheets),
                encoding=self._encoding() if frame["one_byte"] else None,
            )

    def _cells(self, row: list[Any]) -> tuple[Raw, ...]:
        return tuple(self._once(sheets.cell_of(value)) for value in row)

    def _once(self, cell: Raw) -> Raw:
        """Return the text that is already kept, where a column says the same all the way down."""
        if not isinstance(cell, str) or len(cell) > _SHORT:
            return cell
        if len(self._known) < _MOST_KNOWN:
            return self._known.setdefault(cell, cell)
        return self._known.get(cell, cell)

    def _end_sheet(self) -> None:
        if "sheet" not in self._head:
            return
        looks = sheets.looks_in(self._head)
        rows = {row.number: row.cells for row in self._rows} if looks.blank_formulas else {}
        self._sheets.append(
            Sheet(
                name=self._head["sheet"] or self._name,
                rows=tuple(self._rows),
                is_hidden=self._head["hidden"],
                merged=tuple(Span(*span) for span in looks.merged),
                hidden_columns=frozenset(looks.hidden_columns),
                hidden_rows=frozenset(looks.hidden_rows),
                formulas=frozenset(
                    at
                    for at in looks.formulas
                    if at not in looks.blank_formulas or _holds(rows, *at)
                ),
            )
        )
        self._rows = []

    def _encoding(self) -> str:
        texts = (
            cell
            for sheet in self._sheets
            for row in sheet.rows
            for cell in row.cells
            if isinstance(cell, str)
        )
        found = evidence(texts)
        return "windows_1252" if found is Encoding.UNICODE else found.value


def _holds(rows: dict[int, tuple[Raw, ...]], number: int, column: int) -> bool:
    cells = rows.get(number, ())
    return column < len(cells) and cells[column] is not None
