"""What stands in a cell, and what it must be understood as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell whose value Excel computed and kept."""

    text: str
    value: str | float


Cell = str | float | date | Formula | None


@dataclass(frozen=True, slots=True)
class Written:
    """A cell as somebody wrote it: what is to be mended, what cannot be, what it tells."""

    cell: Cell
    fixes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    told: Mapping[str, Any] = field(default_factory=dict)


#: The order in which a dry run lists what it mended.
FIXES = (
    "collapse_spaces",
    "nbsp",
    "nfd_to_nfc",
    "tcvn3",
    "vni",
    "windows_1258",
    "title_case",
    "two_digit_year",
    "excel_serial_date",
    "phone_leading_zero",
    "phone_separators",
    "phone_plus84",
    "phone_84",
    "phone_prefix_2018",
    "two_phones",
    "concurrent_titles",
    "date_cell",
    "title_case_word",
)
#: The order in which it lists what cannot be.
ERRORS = ("unknown_title", "bad_date", "bad_phone", "suspicious_character_in_name")


def in_order(codes: list[str], order: tuple[str, ...]) -> list[str]:
    """Return codes, each once, in the order of the kinds they begin with."""
    return sorted(dict.fromkeys(codes), key=lambda code: order.index(code.partition(":")[0]))


@dataclass(frozen=True, slots=True)
class Pen:
    """Which messes are made in a row, whether the file knows numbers and days, and chance."""

    messes: frozenset[str]
    has_types: bool
    chance: Random

    def makes(self, mess: str) -> bool:
        return mess in self.messes
