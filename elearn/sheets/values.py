"""What a sheet is made of: cells that are a text, a number, a day or nothing, in numbered rows."""

from dataclasses import dataclass
from datetime import date

from elearn.text import nfc

Cell = str | float | date | None


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
