"""The few things of a sheet's XML that have to be told apart, as bytes and without a parser.

All that is not touched stays as it was, byte for byte; a parser would write it anew in its own way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_INSIDE = rb'(?:[^>"\']|"[^"]*"|\'[^\']*\')*'
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(" + _INSIDE + rb")>")
_CELL_END = re.compile(rb"</(?:\w+:)?c\s*>")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)(?=[\s/>])")
_REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})[0-9]+[\"']")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]+)[\"']")
_NO_LETTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 32_000  # Signs that a cell of Excel holds, and a few less.
MOST_COLUMNS = 16_384


def start_tag(name: str) -> re.Pattern[bytes]:
    """Return a pattern of a tag that opens: its prefix, and what stands within it."""
    return re.compile(rb"<((?:\w+:)?)" + name.encode() + rb"(?=[\s/>])(" + _INSIDE + rb")>")


def attribute(name: str) -> re.Pattern[bytes]:
    """Return a pattern of an attribute: what stands before its value, and the value."""
    return re.compile(rb"(\s" + name.encode() + rb"\s*=\s*[\"'])([^\"']*)")


def with_attributes(inside: bytes, **values: int | str) -> bytes:
    """Return what stands within a tag with some attributes set anew."""
    bare = inside.rstrip().removesuffix(b"/")
    for name, value in values.items():
        bare = re.sub(rb"\s" + name.encode() + rb"\s*=\s*(\"[^\"]*\"|'[^']*')", b"", bare)
        bare += f' {name}="{value}"'.encode()
    return bare


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell within the bytes of its row: its column from 0, where it stands, what it has."""

    column: int
    start: int
    end: int
    style: int | None
    is_filled: bool


def cells_of(row: bytes) -> Iterator[Cell]:
    """Give the cells of a row, in their order; one without a reference follows the one before."""
    column = -1
    for tag in _CELL.finditer(row):
        column = _column(tag, column + 1)
        yield _cell(row, tag, column)


def cells_backwards(row: bytes, prefix: bytes) -> Iterator[Cell]:
    """Give the cells of a row from the last one; who wants only some need not pay for all."""
    opening, end = b"<%sc" % prefix, len(row)
    while (start := row.rfind(opening, 0, end)) >= 0:
        end = start
        tag = _CELL.match(row, start)
        if tag and _REFERENCE.search(tag[1]):
            yield _cell(row, tag, _column(tag, 0))
        elif tag:
            yield from reversed([cell for cell in cells_of(row) if cell.start <= start])
            return


def _column(tag: re.Match[bytes], otherwise: int) -> int:
    found = _REFERENCE.search(tag[1])
    return column_of(found[1]) if found else otherwise


def _cell(row: bytes, tag: re.Match[bytes], column: int) -> Cell:
    end = tag.end()
    if not tag[1].endswith(b"/"):
        closing = _CELL_END.search(row, end)
        end = closing.end() if closing else end
    style = _STYLE.search(tag[1])
    is_filled = _VALUE.search(row, tag.end(), end) is not None
    return Cell(column, tag.start(), end, int(style[1]) if style else None, is_filled)


def column_of(letters: bytes) -> int:
    """Return the column of a reference, from 0: 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def letters_of(column: int) -> str:
    """Return how Excel names a column that is counted from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def cell_xml(prefix: bytes, place: str, text: str, style: int | None) -> bytes:
    """Return a cell that holds a text of its own, so that no other part of the file changes."""
    kept = _NO_LETTER.sub("", text)[:_LONGEST]
    safe = kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    look, p = f' s="{style}"' if style is not None else "", prefix.decode()
    told = f'<{p}is><{p}t xml:space="preserve">{safe}</{p}t></{p}is>'
    return f'<{p}c r="{place}"{look} t="inlineStr">{told}</{p}c>'.encode()
