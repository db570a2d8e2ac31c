"""What is written beside the rows of a sheet, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Tint(StrEnum):
    """The colour behind a text; the text says the same by its sign and words."""

    GREEN = "FFE2F0D9"
    BLUE = "FFDDEBF7"
    GREY = "FFEDEDED"
    YELLOW = "FFFFF2CC"
    RED = "FFF8CBAD"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is written beside one row."""

    text: str
    tint: Tint


@dataclass(frozen=True, slots=True)
class Marks:
    """A column for one sheet: its heading, the rows it heads, and what stands beneath it."""

    heading: str
    #: Rows as Excel numbers them, one a table of the sheet.
    head_rows: tuple[int, ...]
    rows: Mapping[int, Mark]
    #: Where the column stands already, from 0; else it comes after what is filled.
    column: int | None = None

    def is_head(self, number: int) -> bool | None:
        """Return whether a row is one of headings; None if nothing is written beside it."""
        if number in self.head_rows:
            return True
        return False if number in self.rows else None
