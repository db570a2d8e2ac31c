"""What a file holds, exactly as it is kept: nothing composed, folded or guessed yet."""

from dataclasses import dataclass
from datetime import date, datetime

#: A text as it is kept, a number, a day that the file itself calls one, or nothing.
Raw = str | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row under the number that Excel shows beside it; cells from column A on."""

    number: int
    cells: tuple[Raw, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Cells merged into one: rows as Excel numbers them, columns from 0, both ends within."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows that hold anything, in order, and what it hides or merges."""

    name: str
    rows: tuple[BookRow, ...]
    is_hidden: bool = False
    merged: tuple[Span, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    #: Cells (row, column) whose value a formula gave when the file was saved.
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its sheets, and of a CSV the encoding in which its bytes were read."""

    sheets: tuple[Sheet, ...]
    encoding: str | None = None
