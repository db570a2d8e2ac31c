"""A file whose own parts cannot be edited, written as a workbook of its values."""

import re
from collections.abc import Mapping
from datetime import date
from typing import IO, Any

import xlsxwriter

from elearn import workbooks
from elearn.people.roster.rules.books import Book, Raw, Sheet
from elearn.workbooks.marking import Marks, Tint

_WIDE = 48
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


def write_values(book: Book, sheets: Mapping[str, Marks], target: IO[bytes]) -> None:
    """Write the values of a book with the marks beside the rows of its sheets."""
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as made:
        looks = _Looks(made)
        first = next((one for one in book.sheets if not one.is_hidden), book.sheets[0])
        for sheet in book.sheets:
            page = made.add_worksheet(_NO_NAME.sub(" ", sheet.name)[:_LONGEST_NAME].strip("'"))
            _lay_out(page, sheet)
            if sheet is first:
                page.activate()
                page.set_first_sheet()
            elif sheet.is_hidden:
                page.hide()
            _Page(page, looks, sheets.get(sheet.name)).write(sheet)


class _Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.text = book.add_format(workbooks.TEXT)
        self.day = book.add_format(workbooks.DAY)
        self.head = book.add_format(workbooks.HEADING)
        wrapped = workbooks.TEXT | {"text_wrap": True, "valign": "top"}
        self.tints = {
            one: book.add_format(wrapped | {"bg_color": f"#{one.value[2:]}"}) for one in Tint
        }


def _lay_out(page: Any, sheet: Sheet) -> None:
    """Hide columns and merge cells as the file did."""
    for column in sheet.hidden_columns:
        page.set_column(column, column, None, None, {"hidden": True})
    # Not `merge_range`, which writes cells of rows yet to come.
    page.merge += [
        [one.first_row - 1, one.first_column, one.last_row - 1, one.last_column]
        for one in sheet.merged
    ]


class _Page:
    """One sheet while it is written."""

    def __init__(self, page: Any, looks: _Looks, marks: Marks | None) -> None:
        self._page, self._looks, self._marks = page, looks, marks

    def write(self, sheet: Sheet) -> None:
        """Write the rows in order, and the column of the marks beside all that is filled."""
        column = self._column(sheet)
        if self._marks:
            self._page.set_column(column, column, _WIDE)
        for row in sheet.rows:
            for place, value in enumerate(row.cells):
                if place != column:
                    self._put(row.number - 1, place, value)
            self._mark(row.number, column)

    def _column(self, sheet: Sheet) -> int:
        """Return the column of the marks; one beyond all where there are none."""
        if self._marks and self._marks.column is not None:
            return self._marks.column
        return max((len(row.cells) for row in sheet.rows), default=0)

    def _mark(self, number: int, column: int) -> None:
        marks = self._marks
        if marks and marks.is_head(number):
            self._page.write_string(number - 1, column, marks.heading, self._looks.head)
        elif marks and (mark := marks.rows.get(number)):
            look = self._looks.tints[mark.tint]
            self._page.write_string(number - 1, column, mark.text, look)

    def _put(self, row: int, column: int, value: Raw) -> None:
        if isinstance(value, str):
            self._page.write_string(row, column, value, self._looks.text)
        elif isinstance(value, date):  # As the file kept it: no day before its calendar.
            self._page.write_datetime(row, column, value, self._looks.day)
        elif value is not None:
            self._page.write_number(row, column, value)
