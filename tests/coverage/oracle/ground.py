"""Where units stood: on the borders of each day, or on one map for all days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.coverage.oracle.knowing import Known
from tests.coverage.oracle.rows import Days, Passage, Stay, Version

LEVELS = ("central", "province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Standing:
    """The areas a unit stands in, the country first, and at which levels that is an estimate."""

    path: tuple[int, ...]
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """How an area is carried to a map: to which area, and at which levels it is an estimate."""

    area: int
    unsure: frozenset[str]


def era_of(versions: Iterable[Version], day: date) -> Days:
    """Return the days around a day on which no border changed."""
    cuts = {one.days.first for one in versions} - {date.min}
    first = max((cut for cut in cuts if cut <= day), default=date.min)
    following = min((cut for cut in cuts if cut > day), default=None)
    return Days(first, following - timedelta(days=1) if following else None)


class Ground:
    """Where units stand by what is known, as it was or on the map of a day."""

    def __init__(self, seen: Known, map_day: date | None) -> None:
        self.levels, self.versions = seen.world.area_levels, seen.versions
        self.stays, self.heirs, self.origins = seen.stays, seen.heirs, seen.origins
        self.era = None if map_day is None else era_of(seen.world.versions, map_day)
        self.ways: dict[int, Standing | None] = {}

    def unit(self, unit: int, day: date) -> list[Standing]:
        """Return where a unit stands on a day: in several areas, if that is what is written."""
        if self.era is None:
            spots = [stay.area for stay in self.stays[unit] if stay.days.hold(day)]
            return [found for area in spots for found in self._as_it_was(area, day)]
        if unit not in self.ways:
            self.ways[unit] = self._restated(self.stays[unit], self.era)
        way = self.ways[unit]
        return [way] if way else []

    def area(self, area: int, day: date) -> list[Standing]:
        """Return where an area lies on a day, or where the map has what became of it."""
        if self.era is None:
            return self._as_it_was(area, day)
        found = self._standing(self._carried(area, self.era), self.era)
        return [found] if found else []

    def _as_it_was(self, area: int, day: date) -> list[Standing]:
        return [Standing(one.path) for one in self.versions[area] if one.days.hold(day)]

    def _restated(self, stays: Sequence[Stay], era: Days) -> Standing | None:
        """Return the one place of a unit on a map: within it, else before it, else after it."""
        within = [one for one in stays if _overlap(one.days, era)]
        before = [one for one in stays if one.days.last is not None and one.days.last < era.first]
        after = [one for one in stays if era.last is not None and one.days.first > era.last]
        if within or before:
            start = max(within or before, key=lambda one: one.days.first)
        elif after:
            start = min(after, key=lambda one: one.days.first)
        else:
            return None
        return self._standing(self._carried(start.area, era), era)

    def _carried(self, area: int, era: Days) -> Way | None:
        return self._forward(area, era, date.min) or self._backward(area, era)

    def _standing(self, way: Way | None, era: Days) -> Standing | None:
        if way is None:
            return None
        return Standing(self._path(way.area, era), way.unsure)

    def _stands(self, area: int, era: Days) -> bool:
        return any(_overlap(one.days, era) for one in self.versions[area])

    def _path(self, area: int, era: Days) -> tuple[int, ...]:
        """Return what an area lies in on the first day of a map, or when it first stands on it."""
        there = [one for one in self.versions[area] if _overlap(one.days, era)]
        return min(there, key=lambda one: one.days.first).path

    def _forward(self, area: int, era: Days, since: date) -> Way | None:
        """Follow an area into what it passed into, until something stands."""
        if self._stands(area, era):
            return Way(area, frozenset())
        steps = [one for one in self.heirs[area] if since <= one.on <= era.first]
        likely = [one for one in steps if one.is_default]
        if not likely:
            return None
        step = max(likely, key=lambda one: one.on)
        parts = [one for one in self.heirs[area] if one.on == step.on]
        found = self._forward(step.new, era, step.on)
        others = [] if step.is_whole else [self._forward(one.new, era, one.on) for one in parts]
        return self._doubted(found, others, era)

    def _backward(self, area: int, era: Days) -> Way | None:
        """Follow an area back to what it came from, until something stands."""
        if self._stands(area, era):
            return Way(area, frozenset())
        steps = [one for one in self.origins[area] if one.on > era.first]
        likely = [one for one in steps if one.is_default] or steps
        reached = [(one, self._backward(one.old, era)) for one in likely]
        found = [(one, way) for one, way in reached if way is not None]
        if not found:
            return None
        nearest = min(found, key=lambda pair: _distance(pair[0]))
        return self._doubted(nearest[1], [way for _, way in found], era)

    def _doubted(self, way: Way | None, others: Sequence[Way | None], era: Days) -> Way | None:
        """Return a way, an estimate at the levels where it might as well have led elsewhere."""
        if way is None:
            return None
        paths = [self._path(other.area, era) for other in (way, *others) if other is not None]
        differing = {
            level for level in LEVELS if len({self._at(path, level) for path in paths}) > 1
        }
        return Way(way.area, way.unsure | differing)

    def _at(self, path: tuple[int, ...], level: str) -> int | None:
        return next((area for area in path if self.levels[area] == level), None)


def _distance(step: Passage) -> tuple[float, int]:
    return (float("inf") if step.km is None else step.km, step.old)


def _overlap(one: Days, other: Days) -> bool:
    ends_first = one.last is not None and one.last < other.first
    begins_after = other.last is not None and one.first > other.last
    return not ends_first and not begins_after
