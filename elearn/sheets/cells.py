"""The values of a workbook, by calamine: what each cell is, cut where no roster would go on."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from elearn.sheets.faults import Fault
from elearn.sheets.limits import KEPT_TEXT
from elearn.sheets.raw import Looks, RawCell, RawRow, RawSheet

_TRUTH = {True: "TRUE", False: "FALSE"}


def workbook_of(data: bytes) -> CalamineWorkbook:
    """Return the workbook that calamine makes of a file.

    :raise Fault: if it is none, or has a password.
    """
    with _faults(Fault("torn")):
        return CalamineWorkbook.from_filelike(io.BytesIO(data))


@contextmanager
def _faults(fault: Fault) -> Iterator[None]:
    """Tell what goes wrong in calamine as a fault; a panic there is no `Exception` here."""
    try:
        yield
    except PasswordError as problem:
        raise Fault("password") from problem
    except CalamineError as problem:
        raise fault from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise fault from problem


def sheets_in(book: CalamineWorkbook, looks: Mapping[str, Looks]) -> Iterator[RawSheet]:
    """Yield the sheets that hold cells, in the order of their tabs.

    :raise Fault: if one cannot be read, or was not looked at.
    """
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.MacroSheet:
            raise Fault("macros")
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if sheet.name not in looks:
            raise Fault("broken", part=sheet.name)
        is_hidden = sheet.visible is not SheetVisibleEnum.Visible
        yield RawSheet(sheet.name, is_hidden, looks[sheet.name], _rows(book, sheet.name))


def _rows(book: CalamineWorkbook, sheet: str) -> Iterator[RawRow]:
    """Yield the rows of a sheet that hold anything, from column A on."""
    with _faults(Fault("broken", part=sheet)):
        found = book.get_sheet_by_name(sheet)
    if found.start is None:
        return
    before: list[RawCell] = [None] * found.start[1]
    for number, values in enumerate(found.iter_rows(), start=1):
        if cells := _cells(values):
            yield number, before + cells


def _cells(values: Sequence[Any]) -> list[RawCell]:
    """Return the cells up to the last that holds anything."""
    cells = [raw_cell(value) for value in values]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def raw_cell(value: Any) -> RawCell:
    """Return a value as a cell keeps it; of a text no more than `KEPT_TEXT` signs."""
    if isinstance(value, str):
        return value.replace("\0", "")[:KEPT_TEXT] or None
    if isinstance(value, bool):
        return _TRUTH[value]
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return value if isinstance(value, date | datetime) else None
