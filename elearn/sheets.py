"""Sheets: the rows of a workbook or a CSV file as offices send them, and a workbook for them.

A file is known by its first bytes, not by its name. Nothing is guessed of what cells mean: a cell
is a text, a number, a day, or nothing.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from elearn.errors import Refusal
from elearn.text import msg, nfc

Cell = str | float | date | None

_MOST_BYTES = 100_000_000  # Unpacked: what unpacks to more was made to fill a memory.
_LOOKED_AT = 50  # Lines: a letterhead and cells have commas too, but not on each line.
_MOST_CELLS = 4_000_000
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UNREADABLE = msg(
    "Không đọc được tệp này. Gửi tệp Excel (.xlsx, .xls) hoặc CSV (UTF-8, Windows-1258)."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet under the number that Excel shows beside it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text_of(cell) for cell in self.cells)

    @property
    def is_empty(self) -> bool:
        return not any(self.texts)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a workbook that is written: its heading and its width in signs."""

    heading: str
    width: int = 18


def text_of(cell: Cell) -> str:
    """Return the cell as one would type it: 4 for 4.0, 05/03/2026 for a day."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return nfc(cell)


def rows_of(data: bytes, *, sheet: str | None = None) -> tuple[Row, ...]:
    """Return the rows of the first sheet of a file, or of the sheet with this name.

    :raise Refusal: if it is no file of a kind we read, or has no such sheet.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        rows: Iterable[Sequence[Any]] = _workbook_rows(data, sheet)
    else:
        rows = _csv_rows(data)
    return tuple(
        Row(number, tuple(_cell(value) for value in row)) for number, row in enumerate(rows, 1)
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return float(value)
    return value if isinstance(value, date) else nfc(str(value)) or None


def _workbook_rows(data: bytes, sheet: str | None) -> Sequence[Sequence[Any]]:
    if data.startswith(b"PK"):
        _refuse_swollen(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if sheet is not None and sheet not in book.sheet_names:
            raise Refusal(msg("Tệp không có trang tính “%(sheet)s”.", sheet=sheet))
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        return found.to_python(skip_empty_area=False)
    except CalamineError as problem:
        raise Refusal(_UNREADABLE) from problem


def _refuse_swollen(data: bytes) -> None:
    """Refuse a workbook that would fill the memory: one cell far out makes a sheet of billions."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MOST_BYTES:
                raise Refusal(msg("Tệp quá lớn. Xóa các trang tính và hình ảnh không cần."))
            cells = max((_cells(archive.read(name)) for name in _sheets_in(archive)), default=-1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as problem:
        raise Refusal(_UNREADABLE) from problem
    if cells < 0:
        raise Refusal(_UNREADABLE)
    if cells > _MOST_CELLS:
        raise Refusal(msg("Trang tính có ô ghi ở quá xa. Xóa các dòng, cột thừa rồi gửi lại."))


def _sheets_in(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        if name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml"):
            yield name


def _cells(xml: bytes) -> int:
    rows = columns = 0
    for letters, digits in _REFERENCE.findall(xml):
        rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _csv_rows(data: bytes) -> list[list[str]]:
    text = _decoded(data)
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    delimiter = max(",;\t", key=lambda sign: sum(sign in line for line in lines))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise Refusal(_UNREADABLE) from problem


def _decoded(data: bytes) -> str:
    """Return the text of a CSV file; what is neither marked nor UTF-8 is taken for Windows-1258."""
    marked = next((name for mark, name in _ENCODINGS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1258"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refusal(_UNREADABLE)


def workbook(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet, its heading frozen; codes stay the text they are."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    plain = {"font_name": "Times New Roman", "font_size": 13, "num_format": "@"}
    sheet, body = book.add_worksheet(name), book.add_format(plain)
    head = book.add_format(plain | {"bold": True, "text_wrap": True, "border": 1})
    day = book.add_format(plain | {"num_format": "dd/mm/yyyy"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, body)
        sheet.write_string(0, place, column.heading, head)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, day if isinstance(cell, date) else body)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.set_landscape()
    book.close()
    return file.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    """Write a cell; a text stays one, even if it begins like a formula."""
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), form)  # noqa: DTZ001  # A sheet knows no zones.
    elif isinstance(cell, float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell, form)
