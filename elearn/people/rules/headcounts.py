"""What is done with a row of declared numbers: written, taken back, left, or looked at again."""

import re
from dataclasses import dataclass
from enum import StrEnum

#: Groups that are made by being planned for a post, and not by holding one.
PLANNED_FOR = {"commune_union_chair_successor": "commune_union_chair"}

MOST = 10_000_000  # No place has so many cadres: it is a slip of the hand.
_NUMBER = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d{1,7}")


def number_in(text: str) -> int | None:
    """Return the number somebody wrote, 1.250 being one thousand and some; None if it is none."""
    written = text.strip()
    if not _NUMBER.fullmatch(written):
        return None
    number = int("".join(sign for sign in written if sign.isdecimal()))
    return number if number < MOST else None


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says: a number, that none was reported, or nothing; and by which paper."""

    number: int | None = None
    is_unreported: bool = False
    source: str = ""

    @property
    def is_nothing(self) -> bool:
        return self.number is None and not self.is_unreported


NOTHING = Said()


class Deed(StrEnum):
    """What is to be done with a row that was sent."""

    LEAVE = "leave"
    DECLARE = "declare"
    TAKE_BACK = "take_back"
    LOOK_AGAIN = "look_again"


def deed_of(sent: Said, shown: Said, held: Said) -> Deed:
    """Return what to do with what was sent, where the page showed one thing and now another holds.

    Whoever changes nothing undoes nothing that somebody else has changed meanwhile.
    """
    if sent in (held, shown) or (sent.is_nothing and held.is_nothing):
        return Deed.LEAVE
    if held != shown:
        return Deed.LOOK_AGAIN
    return Deed.TAKE_BACK if sent.is_nothing else Deed.DECLARE
