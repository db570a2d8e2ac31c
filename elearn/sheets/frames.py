"""Lines of JSON in which a book crosses from the process that reads it to ours.

    {"sheet": name, "hidden": …, "merged": …, "columns": …, "rows": …, "formulas": …, "blank": …}
    {"cells": [[number, [cell, …]], …]}          as many as needed
    {"end": true, "one_byte": …}
    {"fault": code, "values": {…}}               instead of all that would follow

A day is [ordinal], a moment [ordinal, seconds].
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from elearn.sheets.faults import Fault
from elearn.sheets.raw import Looks, RawBook, RawCell, RawSheet

_ROWS_A_LINE = 100
_MIDNIGHT = time()


def lines_of(book: RawBook) -> Iterator[str]:
    """Yield the lines of a book.

    :raise Fault: if it holds nothing, or turns out to be unreadable on the way.
    """
    is_empty = True
    for sheet in book.sheets:
        yield _line(_head(sheet))
        while rows := list(islice(sheet.rows, _ROWS_A_LINE)):
            is_empty = False
            yield _line({"cells": rows})
    if is_empty:
        raise Fault("empty")
    yield _line({"end": True, "one_byte": book.is_one_byte})


def fault_line(fault: Fault) -> str:
    """Return the line that tells what is wrong."""
    return _line({"fault": fault.code, "values": fault.values})


def _line(frame: dict[str, Any]) -> str:
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"), default=_told) + "\n"


def _told(value: date | frozenset[tuple[int, int]]) -> list[Any]:
    if isinstance(value, datetime):
        passed = value.replace(tzinfo=None) - datetime.combine(value, _MIDNIGHT)
        return [value.toordinal(), int(passed.total_seconds())]
    return [value.toordinal()] if isinstance(value, date) else sorted(value)


def _head(sheet: RawSheet) -> dict[str, Any]:
    looks = sheet.looks
    return {
        "sheet": sheet.name,
        "hidden": sheet.is_hidden,
        "merged": looks.merged,
        "columns": looks.hidden_columns,
        "rows": looks.hidden_rows,
        "formulas": looks.formulas,
        "blank": looks.blank_formulas,
    }


def cell_of(value: Any) -> RawCell:
    """Return the cell that a value in a frame tells."""
    if not isinstance(value, list):
        return value if isinstance(value, str | float) else None
    day = date.fromordinal(value[0])
    if len(value) == 1:
        return day
    return datetime.combine(day, _MIDNIGHT) + timedelta(seconds=value[1])


def looks_in(frame: dict[str, Any]) -> Looks:
    """Return what the head of a sheet tells beside its name."""
    return Looks(
        merged=tuple(tuple(span) for span in frame["merged"]),
        hidden_columns=tuple(frame["columns"]),
        hidden_rows=tuple(frame["rows"]),
        formulas=tuple(tuple(cell) for cell in frame["formulas"]),
        blank_formulas=frozenset(tuple(cell) for cell in frame["blank"]),
    )
