"""The records of an old workbook, walked one by one: what calamine does not tell of its sheets."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_CELLS, MOST_COLUMNS, MOST_FORMULAS, MOST_MERGED, MOST_SHEETS
from elearn.sheets.raw import Looks, Merged
from elearn.sheets.xlsx.places import letters_of

_BOUNDS, _LOCK, _LINKS, _END = 0x85, 0x2F, 0x1AE, 0x0A
_BEGINS = {0x09, 0x209, 0x409, 0x809}
_ROW, _COLUMN, _MERGED, _SEVERAL = 0x208, 0x7D, 0xE5, 0xBD
_DIMENSIONS, _DIMENSIONS_SIZE = 0x200, 14
_FORMULAS = {0x06, 0x206, 0x406}
_VALUES = {0x203, 0x27E, 0xFD, 0x204, 0xD6, 0x205, _SEVERAL, *_FORMULAS}
_MACRO_SHEET = 1
_OWN = 4  # Bytes of a record that links a workbook to itself.
_COMMAND = b"\x03"  # Between the program and its topic in a link by DDE.
_HIDDEN, _NO_HEIGHT = 0x01, 0x20
_LAST_COLUMN = 255
_ANY = "xls"

#: Kind of a record and its body.
Record = tuple[int, memoryview]


@dataclass(slots=True)
class _Seen:
    """What was seen of one sheet so far."""

    merged: list[Merged] = field(default_factory=list)
    columns: set[int] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = -1
    #: The record that states the dimensions, if it states more than a sheet may have.
    lie: bytes = b""

    @property
    def truth(self) -> bytes:
        """The record of the dimensions as they are."""
        body = 0, self.last_row, 0, self.last_column + 1, 0
        return struct.pack("<2H2I3H", _DIMENSIONS, _DIMENSIONS_SIZE, *body)

    @property
    def looks(self) -> Looks:
        return Looks(
            merged=tuple(self.merged),
            hidden_columns=tuple(sorted(self.columns)),
            hidden_rows=tuple(self.hidden_rows),
            formulas=tuple(self.formulas),
        )


@dataclass(frozen=True, slots=True)
class Walked:
    """What was learned of a workbook: a look at each sheet in the order of the tabs."""

    looks: tuple[Looks, ...]
    #: Records that state dimensions for which calamine would make room → records that do not.
    lies: Mapping[bytes, bytes]


def walked(stream: bytes) -> Walked:
    """Walk the records of a workbook.

    :raise Fault: if it is locked, torn, holds macros, or reaches too far.
    """
    view = memoryview(stream)
    try:
        begins = _globals(view)
        seen = [_looked(view, begin) for begin in begins]
    except struct.error as problem:
        raise Fault("torn") from problem
    lies = {one.lie: one.truth for one in seen if one.lie}
    return Walked(tuple(one.looks for one in seen), lies)


def _records(view: memoryview, at: int) -> Iterator[Record]:
    """Yield the records of one part, without those of charts that lie within it."""
    depth = 0
    while at + 4 <= len(view):
        kind, size = struct.unpack_from("<HH", view, at)
        depth += (kind in _BEGINS) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, view[at + 4 : at + 4 + size]
        at += 4 + size


def _globals(view: memoryview) -> list[int]:
    begins: list[int] = []
    for kind, body in _records(view, 0):
        if kind == _LOCK:
            raise Fault("password")
        if kind == _BOUNDS:
            begins.append(_begin(body))
        elif kind == _LINKS and len(body) != _OWN:
            _refuse_commands(body)
            raise Fault("outside_data")
    _refuse_crowd(begins)
    return begins


def _refuse_crowd(begins: list[int]) -> None:
    """Refuse more sheets than a roster has, and one sheet that is read again and again."""
    if len(begins) > MOST_SHEETS:
        raise Fault("many_sheets", most=MOST_SHEETS)
    if len(set(begins)) < len(begins):
        raise Fault("torn")


def _begin(body: memoryview) -> int:
    """Return where the records of a sheet begin."""
    begin, _, sort = struct.unpack_from("<IBB", body)
    if sort == _MACRO_SHEET:
        raise Fault("macros")
    return int(begin)


def _refuse_commands(body: memoryview) -> None:
    if _COMMAND in bytes(body):
        raise Fault("commands", part="SUPBOOK")


def _looked(view: memoryview, begin: int) -> _Seen:
    seen = _Seen()
    for kind, body in _records(view, begin):
        if kind in _VALUES:
            _see_value(seen, kind, body)
        elif kind in _OTHERS:
            _OTHERS[kind](seen, body)
    _refuse_far(seen)
    return seen


def _see_value(seen: _Seen, kind: int, body: memoryview) -> None:
    row, column = struct.unpack_from("<HH", body)
    last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == _SEVERAL else column
    seen.last_row = max(seen.last_row, row + 1)
    seen.last_column = max(seen.last_column, last)
    if kind in _FORMULAS:
        seen.formulas.append((row + 1, column))
        if len(seen.formulas) > MOST_FORMULAS:
            raise Fault("many_formulas", sheet=_ANY)


def _see_row(seen: _Seen, body: memoryview) -> None:
    row, _, _, _, _, _, flags = struct.unpack_from("<7H", body)
    if flags & _NO_HEIGHT:
        seen.hidden_rows.append(row + 1)


def _see_column(seen: _Seen, body: memoryview) -> None:
    first, last, width, _, flags = struct.unpack_from("<5H", body)
    if flags & _HIDDEN or not width:
        seen.columns.update(range(first, min(last, _LAST_COLUMN) + 1))


def _see_merged(seen: _Seen, body: memoryview) -> None:
    (count,) = struct.unpack_from("<H", body)
    for number in range(count):
        first, last, left, right = struct.unpack_from("<4H", body, 2 + 8 * number)
        seen.merged.append((first + 1, last + 1, left, right))
    if len(seen.merged) > MOST_MERGED:
        raise Fault("many_merged", sheet=_ANY)


def _see_dimensions(seen: _Seen, body: memoryview) -> None:
    if len(body) == _DIMENSIONS_SIZE:
        first, rows, left, columns, _ = struct.unpack("<2I3H", body)
        if rows * columns > MOST_CELLS or first > rows or left > columns:
            seen.lie = struct.pack("<2H", _DIMENSIONS, _DIMENSIONS_SIZE) + bytes(body)


def _refuse_far(seen: _Seen) -> None:
    is_wide = seen.last_column >= MOST_COLUMNS
    if is_wide or seen.last_row * (seen.last_column + 1) > MOST_CELLS:
        cell = f"{letters_of(seen.last_column)}{seen.last_row}"
        raise Fault("far_out", sheet=_ANY, cell=cell)


_OTHERS: dict[int, Callable[[_Seen, memoryview], None]] = {
    _ROW: _see_row,
    _COLUMN: _see_column,
    _MERGED: _see_merged,
    _DIMENSIONS: _see_dimensions,
}
