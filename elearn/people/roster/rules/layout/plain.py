"""Cells as texts to be compared: decoded, composed, and numbers as one types them."""

from collections.abc import Iterable
from datetime import date

from elearn.encodings import Encoding, decoded
from elearn.people.roster.rules.books import BookRow, Raw
from elearn.text import nfc

_MOST = 400  # Signs of a cell that are looked at.


def plain(cell: Raw, hint: Encoding = Encoding.UNICODE) -> str:
    """Return a cell as a text, whatever it is and however it was written."""
    if isinstance(cell, str):
        text = cell[:_MOST]
        return nfc(text if text.isascii() else decoded(text, hint)[0])
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else str(cell)
    return ""


def is_filled(cell: Raw) -> bool:
    """Return whether a cell holds anything but blanks."""
    return cell is not None and (not isinstance(cell, str) or not (not cell or cell.isspace()))


def filled(row: BookRow, columns: Iterable[int] | None = None) -> list[int]:
    """Return the columns of a row that hold anything, of these or of all."""
    cells = row.cells
    if columns is None:
        return [at for at, cell in enumerate(cells) if is_filled(cell)]
    return [at for at in columns if at < len(cells) and is_filled(cells[at])]


def cell_of(row: BookRow, column: int) -> Raw:
    """Return a cell of a row, none where the row has ended before."""
    return row.cells[column] if column < len(row.cells) else None
