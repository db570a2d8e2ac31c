"""Maps: the eras in which borders held, and where units and areas stand on each."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageMap, MapKind
from elearn.coverage.queries.ground import Ground, cuts_of, ground_of, sites_of
from elearn.coverage.rules.eras import Era, Standing
from elearn.coverage.rules.facts import Places, Stays
from elearn.coverage.rules.knowledge import NOW, Knowledge
from elearn.coverage.rules.sites import Lie, Sites, as_it_was, restated
from elearn.db.days import FOREVER, UNKNOWN, day_number, numbered_day


def map_of(db: Session, kind: MapKind, day: date, known_at: datetime | None = None) -> CoverageMap:
    """Return the map figures are told by: as it was, or restated to the era of the day.

    Of what was known at an earlier moment, or before maps were drawn, it is a map without a key.
    """
    if known_at is None and (drawn := _drawn(db, kind, day)):
        return drawn
    maps = maps_on(cuts_of(db, known_at))
    return next(one for one in maps if one.kind is kind and one.is_valid_on(day))


def _drawn(db: Session, kind: MapKind, day: date) -> CoverageMap | None:
    one = CoverageMap
    return db.scalar(select(one).where(one.kind == kind, one.valid_on(day)))


def maps_on(cuts: Sequence[int]) -> list[CoverageMap]:
    """Return all maps there are where borders were drawn anew on these days, none of them kept."""
    edges = [UNKNOWN, *cuts, FOREVER + 1]
    as_was = CoverageMap(kind=MapKind.AS_IT_WAS, valid_from=date.min, valid_to=None)
    eras = [
        CoverageMap(
            kind=MapKind.RESTATED,
            valid_from=numbered_day(first),
            valid_to=None if after > FOREVER else numbered_day(after - 1),
        )
        for first, after in pairwise(edges)
    ]
    return [as_was, *eras]


def places_of(
    db: Session,
    on: CoverageMap,
    knowledge: Knowledge = NOW,
    unit_ids: Collection[int] | None = None,
) -> Places:
    """Return where units and areas stand on a map, all of them, or these units."""
    chart = Chart(on, ground_of(db, knowledge.areas_at, is_restated=on.is_restated))
    return Places(chart.units(sites_of(db, knowledge.areas_at, unit_ids)), chart.areas)


def units_of(db: Session, on: CoverageMap, knowledge: Knowledge = NOW) -> Stays:
    """Return where all units stand on a map."""
    chart = Chart(on, ground_of(db, knowledge.areas_at, is_restated=on.is_restated))
    return chart.units(sites_of(db, knowledge.areas_at))


class Chart:
    """A map that is ready to tell where units stand: what it takes is worked out once."""

    def __init__(self, on: CoverageMap, ground: Ground) -> None:
        self.map = on
        self._lie = ground.lie
        self._first, self._last = day_number(on.valid_from), day_number(on.valid_to or date.max)
        self._era = None
        if on.is_restated:
            standing = _standing(ground.lie, self._first, self._last)
            self._era = Era(standing, ground.passages, self._first)

    def units(self, sites: Sites) -> Stays:
        """Return where units stand on the map that stood in these sites."""
        if self._era is None:
            return as_it_was(sites, self._lie)
        return restated(sites, self._era, self._first, self._last)

    @cached_property
    def areas(self) -> Stays:
        """Where all areas stand on the map."""
        keys = np.unique(self._lie.area)
        ever = np.ones(keys.size, np.int64)
        return self.units(Sites(keys, keys, ever * UNKNOWN, ever * FOREVER))


def _standing(lie: Lie, first: int, last: int) -> Standing:
    """Return how areas lie in an era: as on its first day, else as they were first within it."""
    rows = np.flatnonzero((lie.first <= last) & (lie.last >= first))
    area, places = np.unique(lie.area[rows], return_index=True)
    return Standing(area, lie.areas[rows[places]])


def drawn_maps(db: Session) -> Sequence[CoverageMap]:
    """Return the maps that are kept: as it was, then the eras in their order."""
    one = CoverageMap
    return db.scalars(select(one).order_by(one.kind, one.valid_from)).all()


def are_drawn(db: Session) -> bool:
    """Return whether the maps that are kept are those there should be by what is known of areas."""
    there, wanted = drawn_maps(db), maps_on(cuts_of(db, None))
    return _told(there) == _told(wanted)


def _told(maps: Sequence[CoverageMap]) -> set[tuple[MapKind, date, date | None]]:
    return {(one.kind, one.valid_from, one.valid_to) for one in maps}
