"""What is asked of the world, and what is answered."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tests.coverage.oracle.rows import Days


@dataclass(frozen=True, slots=True)
class Question:
    """A figure that is asked for: what is counted of whom, where, on which day and which map."""

    measure: str
    group: str
    level: str | None
    tags: frozenset[str]
    needs_all: bool
    area: int
    day: date
    #: A day of the map that is restated to; none: as it was.
    map_day: date | None
    planned_for: str | None = None
    forms: frozenset[str] = frozenset()
    since: date | None = None
    is_of_the_year: bool = False
    min_contents: int = 1
    new_within_days: int = 180
    organiser: str | None = None
    min_class_size: int = 0
    end_reasons: frozenset[str] = frozenset()
    direction: str | None = None
    #: Between which days excluded units are left out; none: they are counted.
    left_out: Days | None = None


class Figure(NamedTuple):
    """What is answered."""

    in_post: int
    reached: int
    under_way: int
    new_in_post: int
    estimated: int
