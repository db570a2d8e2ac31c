"""One-time codes: which signs they are made of, how they are shown, and how a typed one is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

#: None of those taken for each other on paper: 0 O, 1 I L, 2 Z, 5 S. Eight of the rest make
#: 280 milliards: with 65,000 codes out, a guess is right once in four millions.
ALPHABET = "346789ABCDEFGHJKMNPQRTUVWXY"
LENGTH = 8
_GROUP = 4
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class CodeRule:
    """What holds of codes, slips and carrying on the days from–to (both included)."""

    version: int
    valid_from: date
    valid_to: date | None
    code_days: int
    reset_days: int
    steps_minutes: int
    slips_kept_days: int
    slips_kept_minutes: int
    carry_seconds: int

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def new_code(choose: Callable[[str], str]) -> str:
    """Return a code of signs that a chooser draws."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def shown_code(code: str) -> str:
    """Return a code as it is read: two groups of four."""
    return f"{code[:_GROUP]} {code[_GROUP:]}"


def code_in(text: str) -> str | None:
    """Return the code that was typed, in whatever groups and case; none if it cannot be one."""
    typed = re.sub(r"[\s.–-]", "", text).upper()
    return typed if _CODE.fullmatch(typed) else None
