"""Workbooks: what is sent to people as a spreadsheet, written so that no text in it can run.

Whatever leaves the house as a workbook or a CSV file is written here: in a workbook a text is a
text, in a CSV file it is held back where it would be a formula. `sheets` reads what comes in.
"""

from elearn.workbooks.books import (
    DAY,
    HEADING,
    PLAIN,
    TEXT,
    Cell,
    Column,
    Table,
    lie_on_paper,
    workbook,
)
from elearn.workbooks.lines import Code, Line, csv_of
from elearn.workbooks.safe import code, meant, neutral

__all__ = [
    "DAY",
    "HEADING",
    "PLAIN",
    "TEXT",
    "Cell",
    "Code",
    "Column",
    "Line",
    "Table",
    "code",
    "csv_of",
    "lie_on_paper",
    "meant",
    "neutral",
    "workbook",
]
