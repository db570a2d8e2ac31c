"""Posts through the years, drawn to scale, with the reform between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

#: The day on which districts ended and most communes became others.
REFORM = date(2025, 7, 1)
WIDTH = 1000
_LEAST = 8  # What lasted a few days is still seen.


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell on the scale of 0 to WIDTH."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years from the first to the last, a bar for each spell, and where the reform lies."""

    first_year: int
    last_year: int
    reform: int | None
    bars: tuple[Bar, ...]


def timeline(spells: Sequence[tuple[date, date | None]], today: date) -> Timeline:
    """Return the spells drawn from the year the first began to the end of this one.

    A spell whose beginning is not known begins with the scale; one that goes on ends today.
    """
    known = [first for first, _ in spells if first.year > 1] + [today]
    start, end = date(min(known).year, 1, 1), date(today.year, 12, 31)
    days = (end - start).days + 1

    def at(day: date) -> int:
        return round((min(max(day, start), end) - start).days * WIDTH / days)

    bars = tuple(_bar(at(first), at(until or today)) for first, until in spells)
    return Timeline(start.year, end.year, at(REFORM) if start < REFORM < end else None, bars)


def _bar(first: int, last: int) -> Bar:
    width = max(last - first, _LEAST)
    return Bar(min(first, WIDTH - width), width)
