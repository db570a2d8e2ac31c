"""CSV files as Excel opens them by a double click."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from elearn.workbooks.safe import code, neutral


@dataclass(frozen=True, slots=True)
class Code:
    """A code whose leading zeros have to stay: of an area, of a unit."""

    text: str


Line = Sequence[str | int | float | Decimal | date | Code | None]


def csv_of(rows: Iterable[Line]) -> bytes:
    """Return rows as a CSV file: a mark for UTF-8, semicolons, for the comma is the decimal sign.

    Numbers stay numbers, negative ones too; a text that would be a formula is held back.
    """
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Code):
        return code(cell.text)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return neutral(cell) if isinstance(cell, str) else str(cell).replace(".", ",")
