"""Cells of official ids: CCCD of twelve digits, or CMND of nine."""

import re
from dataclasses import dataclass

from elearn.people.roster.rules.cells.texts import is_nothing

_SIGNS = re.compile(r"[\d\s.'\-]+")


@dataclass(frozen=True, slots=True)
class OfficialId:
    """What a cell says of an official id."""

    digits: str | None = None
    fixes: tuple[str, ...] = ()
    is_bad: bool = False


def official_id_of(text: str) -> OfficialId:
    """Return the digits; a number that Excel took zeros from has them back."""
    if is_nothing(text):
        return OfficialId()
    digits = re.sub(r"\D", "", text)
    if not _SIGNS.fullmatch(text) or not 8 <= len(digits) <= 12:
        return OfficialId(is_bad=True)
    if len(digits) in (9, 12):
        return OfficialId(digits)
    padded = digits.zfill(9 if len(digits) == 8 else 12)
    return OfficialId(padded, ("official_id_leading_zero",))


def masked(text: str) -> str:
    """Return what may be shown of it: the last three signs."""
    return f"…{text[-3:]}" if len(text) > 3 else ""
