"""The rows of one sheet with their texts composed and their blanks folded, as most lists want."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from elearn.sheets import ole
from elearn.sheets.apart import Frame, read_apart
from elearn.sheets.decoding import as_windows_1258
from elearn.sheets.faults import Fault, refusal_of
from elearn.sheets.frames import cell_of
from elearn.sheets.opening import opened
from elearn.sheets.raw import RawBook, RawCell, RawSheet
from elearn.sheets.values import Cell, Row
from elearn.text import nfc


def rows_of(data: bytes, *, sheet: str | None = None) -> tuple[Row, ...]:
    """Return the rows of the first sheet of a file, or of the sheet with this name.

    :raise Refusal: if it is no file of a kind we read, or has no such sheet.
    """
    if data.startswith(ole.MARK):
        return tuple(_without_gaps(_rows_apart(data, sheet)))
    try:
        book = opened(data)
        return tuple(_without_gaps(_rows(book, _chosen(book.sheets, sheet))))
    except Fault as fault:
        raise refusal_of(fault.code, fault.values) from fault


def _chosen(sheets: Iterable[RawSheet], name: str | None) -> RawSheet:
    for sheet in sheets:
        if name is None or sheet.name == name:
            return sheet
    raise Fault("no_sheet", sheet=name or "")


def _rows(book: RawBook, sheet: RawSheet) -> Iterator[Row]:
    for number, cells in sheet.rows:
        yield Row(number, tuple(_cell(value, book.is_one_byte) for value in cells))


def _rows_apart(data: bytes, name: str | None) -> list[Row]:
    """Return the rows of an old workbook: a damaged one can end the process that reads it."""
    found: dict[str, list[Row]] = {}

    def hear(frame: Frame) -> None:
        if "sheet" in frame:
            found[frame["sheet"]] = []
        rows = next(reversed(found.values()), [])
        for number, cells in frame.get("cells", ()):
            rows.append(Row(number, tuple(_cell(cell_of(value), False) for value in cells)))

    with NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        read_apart(Path(file.name), hear)
    chosen = next(iter(found), "") if name is None else name
    if chosen not in found:
        raise refusal_of("no_sheet", {"sheet": chosen})
    return found[chosen]


def _without_gaps(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with the empty ones between them."""
    following = 1
    for row in rows:
        yield from (Row(number, ()) for number in range(following, row.number))
        yield row
        following = row.number + 1


def _cell(value: RawCell, is_one_byte: bool) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return nfc(as_windows_1258(value) if is_one_byte else value) or None
    return value
