"""Adding up changes: so many more or fewer, in an area, from a day on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from elearn.coverage.rules.facts import Events, Flags, Ints
from elearn.coverage.rules.spells import Spells, day_at, distinct, owner_at, position
from elearn.db.days import FOREVER

_FIGURES = Events._fields[2:]


class Tally:
    """Changes of figures as they are found: places on the line of areas, more and fewer apart."""

    def __init__(self) -> None:
        self._more: dict[str, list[Ints]] = defaultdict(list)
        self._fewer: dict[str, list[Ints]] = defaultdict(list)

    def count(self, figure: str, area: Ints, day: Ints) -> None:
        """Add one to a figure of an area from a day on, each time it is named."""
        self._more[figure].append(position(area, day))

    def count_days(self, figure: str, area: Ints, days: Spells) -> None:
        """Add one to a figure of an area for so many days."""
        more, fewer = _edges(area, days)
        self._more[figure].append(more)
        self._fewer[figure].append(fewer)

    def discount_days(self, figure: str, area: Ints, days: Spells) -> None:
        """Take one off a figure of an area for so many days."""
        more, fewer = _edges(area, days)
        self._more[figure].append(fewer)
        self._fewer[figure].append(more)

    def events(self) -> Events:
        """Return all changes, added up by area and day."""
        parts = [
            (figure, sign, *np.unique(np.concatenate(places), return_counts=True))
            for sign, kept in ((1, self._more), (-1, self._fewer))
            for figure, places in kept.items()
        ]
        return _summed((figure, place, sign * number) for figure, sign, place, number in parts)


def _edges(area: Ints, days: Spells) -> tuple[Ints, Ints]:
    """Return where on the line of areas days begin, and where they are over, if ever."""
    over = day_at(days.stop)
    ends = over <= FOREVER
    return position(area, day_at(days.start)), position(area[ends], over[ends])


def _summed(parts: Iterable[tuple[str, Ints, Ints]]) -> Events:
    """Return changes as events; in each part, a figure, no place is named twice."""
    known = list(parts)
    places = distinct(np.concatenate([place for _, place, _ in known] or [np.empty(0, np.int64)]))
    figures = {figure: np.zeros(places.size, np.int64) for figure in _FIGURES}
    for figure, place, number in known:
        figures[figure][np.searchsorted(places, place)] += number
    events = Events(owner_at(places), day_at(places), *figures.values())
    return _chosen(events, np.any(events[2:], axis=0))


def _chosen(events: Events, which: Flags) -> Events:
    return Events(*(column[which] for column in events))


def added(parts: Sequence[tuple[Events, int]]) -> Events:
    """Return the sum of events, each as often as told; −1 takes them off."""
    return _summed(
        (figure, position(events.area_id, events.day), sign * number)
        for events, sign in parts
        for figure, number in zip(_FIGURES, events[2:], strict=True)
    )
