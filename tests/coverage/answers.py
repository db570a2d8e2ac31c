"""What the engine answers: from the events it keeps, or counted anew as known at a moment."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

import numpy as np
from sqlalchemy.orm import Session

from elearn import coverage
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import Ground, ground_of, sites_of
from elearn.coverage.queries.maps import Chart, map_of, maps_on
from elearn.coverage.rules.events import events_of
from elearn.coverage.rules.facts import Events, Facts, Places
from elearn.coverage.rules.knowledge import Knowledge
from elearn.coverage.rules.sites import Sites
from elearn.db import days
from tests.coverage.oracle import Figure
from tests.coverage.questions import Asked


class Answers:
    """The engine, asked a question at a time; what it read for one it may use for the next."""

    def __init__(self, db: Session, schemes: Sequence[coverage.Scheme]) -> None:
        self.db, self.schemes = db, schemes
        self._facts = cache(self._read_facts)
        self._places = cache(self._read_places)
        self._ground = cache(self._read_ground)
        self._events = cache(self._count)

    def figure(self, asked: Asked) -> Figure:
        """Return what is kept of a figure, or what was known of it at the moment told."""
        return self._kept(asked) if asked.known_at is None else self._as_known(asked)

    def anew(self, asked: Asked) -> Figure:
        """Return a figure counted anew, whatever is kept."""
        return self._as_known(asked)

    def _kept(self, asked: Asked) -> Figure:
        on = None
        if asked.map_day is not None:
            on = map_of(self.db, coverage.MapKind.RESTATED, asked.map_day)
        [scheme] = [one for one in self.schemes if asked.indicator in one.indicators]
        wanted = coverage.Asked(scheme, asked.area, "", asked.day, on)
        found = coverage.figures_of(self.db, wanted, [asked.indicator], [asked.area])
        one = found.get((asked.indicator.key, asked.area), coverage.Figure())
        return Figure(one.in_post, one.reached, one.under_way, one.new_in_post, one.estimated)

    def _as_known(self, asked: Asked) -> Figure:
        events = self._events(asked.indicator, asked.map_day, asked.known_at)
        till = _of_area(events, asked.area) & (events.day <= days.day_number(asked.day))
        in_time = till
        if asked.indicator.is_additive:
            in_time = till & (events.day >= days.day_number(asked.indicator.since(asked.day)))
        sums = (int(column[till].sum()) for column in events[2:])
        in_post, _, under_way, new, estimated = sums
        return Figure(in_post, int(events.reached[in_time].sum()), under_way, new, estimated)

    def _count(
        self, one: coverage.Indicator, map_day: date | None, known_at: datetime | None
    ) -> Events:
        return events_of(self._facts(one, known_at), self._places(map_day, known_at), one)

    def _read_facts(self, one: coverage.Indicator, known_at: datetime | None) -> Facts:
        return facts_of(self.db, one, Knowledge.at(known_at))

    def _read_places(self, map_day: date | None, known_at: datetime | None) -> Places:
        kind = coverage.MapKind.AS_IT_WAS if map_day is None else coverage.MapKind.RESTATED
        ground, sites = self._ground(known_at)
        maps = [one for one in maps_on(ground.cuts) if one.kind is kind]
        [on] = [one for one in maps if one.is_valid_on(map_day or date.max)]
        chart = Chart(on, ground)
        return Places(chart.units(sites), chart.areas)

    def _read_ground(self, known_at: datetime | None) -> tuple[Ground, Sites]:
        return ground_of(self.db, known_at), sites_of(self.db, known_at)


def _of_area(events: Events, area: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.asarray(events.area_id == area)
