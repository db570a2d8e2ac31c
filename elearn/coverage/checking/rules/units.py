"""What a printed value is: a share, a number, a date; and whether it is told as a bound."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from elearn.text import Message, msg


class Kind(StrEnum):
    """How a value is read, printed and compared."""

    PERCENT = "percent"
    QUOTIENT = "quotient"  # So many for each: turns a person.
    RATIO = "ratio"
    COUNT = "count"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    YEAR = "year"
    TEXT = "text"


class Bound(StrEnum):
    """How a value is told that is not the number itself: "hơn 65.000", "khoảng 500.000"."""

    MORE = "gt"
    LESS = "lt"
    LEAST = "min"
    MOST = "max"
    ABOUT = "approx"


BOUND_WORDS: dict[Bound, Message] = {
    Bound.MORE: msg("trên"),
    Bound.LESS: msg("gần"),
    Bound.LEAST: msg("tối thiểu"),
    Bound.MOST: msg("tối đa"),
    Bound.ABOUT: msg("khoảng"),
}
#: Values that can be a part of a whole.
MEASURED = frozenset({Kind.PERCENT, Kind.QUOTIENT, Kind.RATIO, Kind.COUNT, Kind.MONEY})
_NAMED = {"percent": Kind.PERCENT, "ratio": Kind.RATIO, "date": Kind.DATE, "period": Kind.PERIOD}


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a value as the table has it, taken apart: "participation_approx"."""

    name: str
    thing: str
    bound: Bound | None
    kind: Kind

    @classmethod
    def of(cls, name: str, *, is_number: bool) -> Self:
        """Return the unit of this name; `is_number` tells whether its value is one."""
        thing, _, last = name.rpartition("_")
        bound = next((one for one in Bound if thing and one == last), None)
        thing = thing if bound else name
        return cls(name, thing, bound, _kind(thing, is_number=is_number))

    @property
    def counts_persons(self) -> bool:
        return self.thing == "person"


def _kind(thing: str, *, is_number: bool) -> Kind:
    if thing in _NAMED:
        return _NAMED[thing]
    if thing.partition("_")[0] == "year":
        return Kind.YEAR
    if "_per_" in thing:
        return Kind.QUOTIENT
    if thing.endswith("_vnd"):
        return Kind.MONEY
    return Kind.COUNT if is_number else Kind.TEXT
