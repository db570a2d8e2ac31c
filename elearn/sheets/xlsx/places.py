"""Places of cells as workbooks write them: B12, A1:C3."""

import re

from elearn.sheets.raw import Merged

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def column_of(letters: str) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters_of(column: int) -> str:
    """Return the letters of a column that counts from 0."""
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters = chr(65 + rest) + letters
        column -= 1
    return letters


def place_of(text: str) -> tuple[int, int] | None:
    """Return row (as Excel numbers them) and column (from 0) of a cell, if it is one."""
    found = _PLACE.fullmatch(text)
    return (int(found[2]), column_of(found[1])) if found else None


def span_of(text: str) -> Merged | None:
    """Return the cells between two corners, if the text names them."""
    first, _, last = text.partition(":")
    start, end = place_of(first), place_of(last or first)
    return (start[0], end[0], start[1], end[1]) if start and end else None
