"""A sheet as it is kept: nothing composed, no blank folded, with what it hides and merges."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

#: A text as it is kept, a number, a day that the file itself calls one, or nothing.
RawCell = str | float | date | datetime | None
#: A row under the number that Excel shows beside it.
RawRow = tuple[int, list[RawCell]]
#: First row, last row (as Excel numbers them), first column, last column (from 0), all within.
Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Looks:
    """What is known of a sheet beside its values; columns count from 0."""

    merged: tuple[Merged, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    #: Cells (row, column) that hold a formula.
    formulas: tuple[tuple[int, int], ...] = ()
    #: Those of them that say in words that their value is an empty text.
    blank_formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet whose rows can be walked once; rows without any value are left out."""

    name: str
    is_hidden: bool
    looks: Looks
    rows: Iterator[RawRow]


@dataclass(frozen=True, slots=True)
class RawBook:
    """A file: its sheets, to be walked once."""

    sheets: Iterator[RawSheet]
    #: Whether its bytes belong to no Unicode: each stands for the sign Windows-1252 gives it.
    is_one_byte: bool = False
