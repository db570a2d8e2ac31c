"""Workbooks of ours: one look for all, texts kept as texts, days and numbers as what they are."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

Cell = str | float | date | None
#: How what offices print is written.
PLAIN = {"font_name": "Times New Roman", "font_size": 13}
#: Kept as typed; and it stays a text where somebody goes into the cell and leaves it again.
TEXT = PLAIN | {"num_format": "@", "quote_prefix": True}
DAY = PLAIN | {"num_format": "dd/mm/yyyy", "align": "left"}
HEADING = TEXT | {"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}
#: Excel's calendar has a day in 1900 that never was; what lies before it is written as a text.
FIRST_DAY = date(1900, 3, 1)
_A4 = 9


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a workbook that is written: its heading and its width in signs."""

    heading: str
    width: int = 18


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet, its heading frozen; codes stay the text they are."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        table = Table(book, sheet)
        table.head(0, columns)
        for number, row in enumerate(rows, start=1):
            table.put(number, row)
        lie_on_paper(sheet, heading=0)
    return file.getvalue()


class Table:
    """A table on a sheet, written row by row."""

    def __init__(self, book: Any, sheet: Any, look: dict[str, Any] | None = None) -> None:
        self._sheet, more = sheet, look or {}
        self._head = book.add_format(HEADING | more)
        self._text, self._day = book.add_format(TEXT | more), book.add_format(DAY | more)
        self._number = book.add_format(PLAIN | more)

    def head(self, row: int, columns: Sequence[Column]) -> None:
        """Write the headings into a row, counted from 0, and set how wide the columns are."""
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width, self._text)
            self._sheet.write_string(row, place, column.heading, self._head)

    def put(self, row: int, cells: Sequence[Cell]) -> None:
        """Write a row, counted from 0; a text stays one, even if it begins like a formula."""
        for place, cell in enumerate(cells):
            self._write(row, place, cell)

    def _write(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, date) and cell >= FIRST_DAY:
            self._sheet.write_datetime(row, column, cell, self._day)
        elif isinstance(cell, date):
            self._sheet.write_string(row, column, f"{cell:%d/%m/%Y}", self._text)
        elif isinstance(cell, str):
            self._sheet.write_string(row, column, cell, self._text)
        elif cell is not None:
            self._sheet.write_number(row, column, cell, self._number)


def lie_on_paper(sheet: Any, *, heading: int) -> None:
    """Have a sheet printed on A4 across, its heading on each page, and stay in view on the screen.

    The heading is a row counted from 0.
    """
    sheet.freeze_panes(heading + 1, 0)
    sheet.repeat_rows(heading)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
