"""Units, persons and tenures that are to be written, referring to each other by place."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from elearn import people
from elearn.home.demo.corps.names import invent

PAPER = "Minh họa"  # Every paper of the corps begins so, and nobody else's does.
_FIRST_PHONE = 900_000_000


@dataclass(frozen=True, slots=True)
class Stay:
    """The days on which a unit stands in an area."""

    area_id: int
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is to be founded; `parent` is the place of another in the list."""

    kind: people.UnitKind
    name: str
    stays: tuple[Stay, ...]
    parent: int | None = None
    is_in_hills: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A tenure that is to be written; person and unit are places in the lists."""

    person: int
    post: str
    unit: int
    valid_from: date
    valid_to: date | None = None
    end_reason: people.EndReason | None = None


@dataclass(slots=True)
class Cast:
    """Everything invented so far, and the chance by which more is."""

    chance: Random
    units: list[Unit] = field(default_factory=list)
    persons: list[people.NewPerson] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)

    def found(self, unit: Unit) -> int:
        """Add a unit and return its place."""
        self.units.append(unit)
        return len(self.units) - 1

    def enter(self, *, is_in_hills: bool, phone: str | None = None) -> int:
        """Add a person and return her place; one in twenty has no telephone."""
        number = "" if self.chance.random() < 0.05 else f"0{_FIRST_PHONE + len(self.persons)}"
        own = number if phone is None else phone
        self.persons.append(invent(self.chance, is_in_hills=is_in_hills, phone=own))
        return len(self.persons) - 1

    def day(self, first: date, last: date) -> date:
        """Return a day between two, both included."""
        return date.fromordinal(self.chance.randint(first.toordinal(), last.toordinal()))
