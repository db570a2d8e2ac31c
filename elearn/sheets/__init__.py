"""Sheets: what offices send as a workbook or a CSV file, read within bounds.

A file is known by its first bytes, not by its name. Nothing is guessed of what cells mean: a cell
is a text, a number, a day, or nothing. `rows_of` gives the rows of one sheet, composed and without
needless blanks, as lists of areas want them; `read_apart` gives whole books as they are kept, read
by a process of its own that can do little harm.
"""

from elearn.sheets.apart import Frame, read_apart
from elearn.sheets.frames import cell_of, looks_in
from elearn.sheets.raw import RawCell
from elearn.sheets.rows import rows_of
from elearn.sheets.values import Cell, Row, text_of

__all__ = [
    "Cell",
    "Frame",
    "RawCell",
    "Row",
    "cell_of",
    "looks_in",
    "read_apart",
    "rows_of",
    "text_of",
]
