"""How much is to be reached, by when, where, and in whose words."""

from dataclasses import dataclass
from datetime import date

from elearn.areas import Level
from elearn.coverage.rules.measures import Comparator
from elearn.learning import CompletionForm


@dataclass(frozen=True, slots=True)
class Ground:
    """A province to which a scheme is confined, by the code it had on some days."""

    code: str
    first: date
    last: date

    def is_valid_on(self, day: date) -> bool:
        return self.first <= day <= self.last


def ground_on(grounds: tuple[Ground, ...], day: date) -> Ground | None:
    """Return the province that is meant on the day, if one is."""
    return next((one for one in grounds if one.is_valid_on(day)), None)


@dataclass(frozen=True, slots=True)
class Target:
    """How much is to be reached by the end of a year, or, without one, in every year."""

    key: str
    year: int | None
    percent: int | None
    value: int | None
    comparator: Comparator
    #: Where: the province by its codes, or nothing for the whole country.
    grounds: tuple[Ground, ...] = ()
    #: Who holds the classes, and how; nothing where the target does not say.
    organiser: Level | None = None
    forms: frozenset[CompletionForm] = frozenset()
    #: How many each province must reach by itself, and how many learners make a class.
    per_province: int | None = None
    min_class_size: int = 0
    #: The decision that sets it, the source document that prints it, and its words there.
    decision: str = ""
    source: str = ""
    quote: str = ""
    note: str = ""

    @property
    def is_annual(self) -> bool:
        """Return whether it is to be reached in every year anew."""
        return self.year is None

    def is_met(self, reached: int, of: int) -> bool:
        """Return whether so many, of a group of so many, are enough; exact, before rounding."""
        return reached >= self.least(of)

    def missing(self, reached: int, of: int) -> int:
        """Return how many persons, turns or classes are still needed."""
        return max(0, self.least(of) - reached)

    def least(self, of: int) -> int:
        """Return the least number that meets it, where the group has so many."""
        if self.percent is None:
            return (self.value or 0) + (self.comparator is Comparator.GT)
        whole, rest = divmod(self.percent * of, 100)
        return whole + (rest > 0 or self.comparator is Comparator.GT)
