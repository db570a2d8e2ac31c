"""How a target can stand, and what was reached that it stands so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.text import msg


class Outcome(StrEnum):
    """How a target stands, or why that cannot be told."""

    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    NOT_JUDGED = "not_judged"
    NOBODY = "nobody"
    NOT_COUNTED = "not_counted"
    COMING = "coming"


OUTCOME_NAMES = {
    Outcome.MET: msg("đạt"),
    Outcome.NEAR: msg("gần đạt"),
    Outcome.NOT_MET: msg("chưa đạt"),
    Outcome.NOT_JUDGED: msg("chỉ tiêu chung"),
    Outcome.NOBODY: msg("không có ai"),
    Outcome.NOT_COUNTED: msg("chưa tính xong"),
    Outcome.COMING: msg("chưa đến kỳ"),
}


@dataclass(frozen=True, slots=True)
class Reached:
    """What was reached as of a day: so many persons, turns or classes; of so many in post."""

    day: date
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Provinces:
    """How many provinces have the least that each must have, and which do not."""

    least: int
    having: int
    missing: tuple[str, ...]

    @property
    def count(self) -> int:
        return self.having + len(self.missing)


def provinces_of(least: int, counts: Sequence[tuple[str, int]]) -> Provinces:
    """Return which of the named provinces have the least there must be."""
    missing = tuple(name for name, count in counts if count < least)
    return Provinces(least, len(counts) - len(missing), missing)
