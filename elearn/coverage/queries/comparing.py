"""How a figure is told at two moments of knowing, and step by step between them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.areas import AreaVersion
from elearn.coverage.models import MapKind
from elearn.coverage.queries.definitions import schemes_known
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import ground_of, sites_of
from elearn.coverage.queries.maps import Chart, maps_on
from elearn.coverage.queries.standings import spot_of, who_served_in
from elearn.coverage.rules.borders import Geography
from elearn.coverage.rules.facts import Stays
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.knowledge import Knowledge
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.persons import standings
from elearn.coverage.rules.spells import distinct
from elearn.coverage.rules.why import Counter, Standings, Why, knowing, step_between
from elearn.db import Recorded

#: Of an area with more units than this it takes too long for somebody who waits.
MOST_UNITS = 5_000


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of an area and a day, on a map, told at two moments of knowing; None is now."""

    scheme_key: str
    indicator_key: str
    area_id: int
    day: date
    geography: Geography
    earlier: datetime
    later: datetime | None

    def is_news(self, table: type[Recorded]) -> ColumnElement[bool]:
        """Return the condition that a row was held for true at one of the moments only."""
        then = table.known_at(self.earlier)
        now = table.is_current() if self.later is None else table.known_at(self.later)
        return (then & ~now) | (~then & now)

    def is_between(self, moment: Any) -> ColumnElement[bool]:
        """Return the condition that something was written after the one, until the other."""
        found: ColumnElement[bool] = moment > self.earlier
        return found if self.later is None else found & (moment <= self.later)

    def saw(self, moment: datetime) -> bool:
        """Return whether something was written after the one, until the other."""
        return self.earlier < moment and (self.later is None or moment <= self.later)


class Comparing:
    """Tells one figure as it was known, time and again; what it takes is read once."""

    def __init__(self, db: Session, asked: Compared) -> None:
        self.db, self.asked = db, asked
        self._grounds: dict[datetime | None, Stays] = {}
        self._served: dict[tuple[datetime | None, str | None], list[int] | None] = {}
        self._told: dict[tuple[Indicator, Knowledge], Standings] = {}

    def why(self) -> Why:
        """Return the figure at both moments, and the steps between them."""
        earlier, later = self.asked.earlier, self.asked.later
        counter = Counter.of(self.indicator(later))
        first = before = self.at(Knowledge.at(earlier))
        steps = []
        for cause, knowledge in knowing(earlier, later):
            after = self.at(knowledge)
            steps.append(step_between(cause, before, after, counter))
            before = after
        last = self.at(Knowledge.at(later))
        return Why(counter.all(first), counter.all(last), tuple(steps))

    @property
    def is_of_persons(self) -> bool:
        """Return whether it is a figure of persons or of their turns; classes are nobody's."""
        return self.indicator(self.asked.later).measure is not Measure.CLASS

    @property
    def is_wide(self) -> bool:
        """Return whether the area has so many units that it takes long."""
        units = self._units(self._as_changed(Knowledge.at(self.asked.later)).areas_at)
        inside = units.key[(units.areas == self.asked.area_id).any(axis=1)]
        return distinct(inside).size > MOST_UNITS

    def indicator(self, moment: datetime | None) -> Indicator:
        """Return what was counted by the definition known at the moment."""
        return self._definitions[moment]

    @cached_property
    def _definitions(self) -> dict[datetime | None, Indicator]:
        moments = (self.asked.earlier, self.asked.later)
        found = {at: self._defined(at) for at in moments}
        known = next(one for one in reversed(found.values()) if one)
        return {at: one or known for at, one in found.items()}

    def _defined(self, at: datetime | None) -> Indicator | None:
        """Return the figure of a moment; nothing where the scheme had none of this key then."""
        of_key = (one for one in schemes_known(self.db, at) if one.key == self.asked.scheme_key)
        return next((one.indicator(self.asked.indicator_key) for one in of_key), None)

    def at(self, knowledge: Knowledge) -> Standings:
        """Return who stood how, as known then; what nobody has changed is not read again."""
        known = self._as_changed(knowledge)
        indicator = self.indicator(knowledge.rule_at)
        key = replace(indicator, targets=(), version_id=None, number=None), known
        if key not in self._told:
            self._told[key] = self._read(indicator, known)
        return self._told[key]

    def _as_changed(self, knowledge: Knowledge) -> Knowledge:
        """Return the same with moments after which nothing was written as the earlier one."""
        known = replace(knowledge, rule_at=None)
        if not self._borders_changed:
            known = replace(known, areas_at=self.asked.earlier)
        if not self._exclusions_changed:
            known = replace(known, exclusions_at=self.asked.earlier)
        return known

    @cached_property
    def _borders_changed(self) -> bool:
        place, asked = people.OrgUnitPlace, self.asked
        written = asked.is_between(place.recorded_at) | asked.is_between(place.end_recorded_at)
        drawn = select(AreaVersion.id).where(asked.is_news(AreaVersion))
        return self._is_any(drawn) or self._is_any(select(place.id).where(written))

    @cached_property
    def _exclusions_changed(self) -> bool:
        row = people.UnitExclusion
        return self._is_any(select(row.id).where(self.asked.is_news(row)))

    def _is_any(self, rows: Any) -> bool:
        return self.db.scalar(rows.limit(1)) is not None

    def _read(self, indicator: Indicator, knowledge: Knowledge) -> Standings:
        area, units = self.asked.area_id, self._units(knowledge.areas_at)
        if not (units.areas == area).any():
            return {}
        served = knowledge.areas_at, indicator.planned_for
        if served not in self._served:
            self._served[served] = who_served_in(self.db, indicator, units, area)
        facts = facts_of(self.db, indicator, knowledge, self._served[served])
        return standings(facts, units, indicator, spot_of(indicator, area, self.asked.day))

    def _units(self, moment: datetime | None) -> Stays:
        if moment not in self._grounds:
            self._grounds[moment] = self._drawn(moment)
        return self._grounds[moment]

    def _drawn(self, moment: datetime | None) -> Stays:
        """Return where units stand on the map that was known at the moment."""
        geography = self.asked.geography
        ground = ground_of(self.db, moment, is_restated=geography.is_restated)
        kind = MapKind.RESTATED if geography.is_restated else MapKind.AS_IT_WAS
        on = next(
            one
            for one in maps_on(ground.cuts)
            if one.kind is kind and one.is_valid_on(geography.day)
        )
        return Chart(on, ground).units(sites_of(self.db, moment))
