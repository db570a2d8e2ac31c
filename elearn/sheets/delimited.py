"""CSV files: parted by comma, semicolon, tab or stroke, lines ended in any manner."""

import csv
import io
import re
from collections.abc import Iterator

from elearn.sheets.cells import raw_cell
from elearn.sheets.decoding import decoded
from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_COLUMNS
from elearn.sheets.raw import Looks, RawBook, RawRow, RawSheet
from elearn.sheets.xlsx.places import letters_of
from elearn.sheets.xlsx.reach import refuse_many
from elearn.workbooks import meant

_SIGNS = ",;\t|"
_LOOKED_AT = 50  # Lines: a letterhead and cells have commas too, but not on each line.
_STATED = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|table|meta|style|\?xml|\w+:)", re.IGNORECASE)
_OLD_XML = "urn:schemas-microsoft-com:office:spreadsheet"
#: A cell with more lines than this was opened by a mark that nobody meant to open one.
_MOST_LINES = 50
_NAME = "CSV"
_BEHIND = "expected after"


def book_of(data: bytes) -> RawBook:
    """Return the one sheet of a CSV file.

    :raise Fault: if it is no text, or a page of markup.
    """
    text, is_one_byte = decoded(data)
    _refuse_markup(text)
    stated = _STATED.match(text)
    body = text[stated.end() :] if stated else text
    delimiter = stated[1] if stated else _delimiter(body)
    sheet = RawSheet("", False, Looks(), _rows(body, delimiter))
    return RawBook(iter([sheet]), is_one_byte=is_one_byte)


def _refuse_markup(text: str) -> None:
    if text.startswith("MIME-Version:"):
        raise Fault("web_page")
    if _MARKUP.match(text):
        raise Fault("old_xml" if _OLD_XML in text[:4_000] else "web_page")


def _delimiter(text: str) -> str:
    """Return the sign that stands on most lines; of two, the one that stands there more often."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_LOOKED_AT]
    return max(_SIGNS, key=lambda sign: sum(sign in line for line in lines))


def _rows(text: str, delimiter: str) -> Iterator[RawRow]:
    count = 0
    for number, values in enumerate(_parted(text, delimiter), start=1):
        while values and not values[-1]:
            values.pop()
        if not values:
            continue
        if len(values) > MOST_COLUMNS:
            raise Fault("far_out", sheet=_NAME, cell=f"{letters_of(len(values) - 1)}{number}")
        count += 1
        refuse_many(count)
        yield number, [raw_cell(meant(value)) for value in values]


def _parted(text: str, delimiter: str) -> Iterator[list[str]]:
    """Return the rows; marks that open a cell and never close it are taken for signs."""
    lines = io.StringIO(text, newline="")
    if _closes(text, delimiter):
        return csv.reader(lines, delimiter=delimiter)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _closes(text: str, delimiter: str) -> bool:
    if '"' not in text:
        return False
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return all(cell.count("\n") < _MOST_LINES for row in rows for cell in row if "\n" in cell)
    except csv.Error as problem:
        # Signs behind a closing mark are taken as they come; a cell without end is not.
        return _BEHIND in str(problem)
