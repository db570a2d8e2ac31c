"""Counting some persons anew in the builds of an indicator: what was stored of them is taken out.

A unit that stands elsewhere than a build took it to stand takes with it all who ever served there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn.coverage.models import CountedPerson, CountedUnit, CoverageEvent, CoverageMap
from elearn.coverage.queries.builds import counted_of, events_in, stays_in
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import sites_of
from elearn.coverage.queries.maps import Chart
from elearn.coverage.queries.touched import served_in, wholes_of
from elearn.coverage.rules import Indicator
from elearn.coverage.rules.events import difference, events_of
from elearn.coverage.rules.facts import Events, Facts, Ints, Places, Stays
from elearn.coverage.rules.knowledge import NOW
from elearn.coverage.rules.packing import packed, unpacked
from elearn.coverage.rules.sites import NOWHERE, stays_chosen
from elearn.coverage.rules.spans import Spanned, spanned
from elearn.coverage.service.mapping import put_units
from elearn.coverage.service.rebuilding import person_rows, unit_rows, write
from elearn.db import among
from elearn.db.arrays import add_columns


@dataclass(frozen=True, slots=True)
class Kept:
    """An indicator and builds of it that were counted together, each with its map."""

    indicator: Indicator
    #: The build that keeps the persons for all of them.
    keeper_id: int
    charts: Mapping[int, Chart]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the units of persons stand on a map as a build took them to, and as they stand now."""

    on: CoverageMap
    stored: Stays
    fresh: Stays
    #: The units of which the build had counted somebody, wherever they stood.
    counted: Ints

    @property
    def moved(self) -> set[int]:
        """Return the units that stand elsewhere than the build took them to stand, or nowhere."""
        met = np.isin(self.fresh.key, np.concatenate((self.stored.key, self.counted)))
        now = stays_chosen(self.fresh, met)
        if all(map(np.array_equal, self.stored, now)):
            return set()
        before, after = _by_key(self.stored), _by_key(now)
        return {key for key in before | after if after.get(key) != before.get(key)}


def _by_key(stays: Stays) -> dict[int, list[object]]:
    found: dict[int, list[object]] = defaultdict(list)
    columns = (column.tolist() for column in stays)
    for key, *row in zip(*columns, strict=True):
        found[key].append(row)
    return found


def recount_persons(db: Session, kept: Kept, entry_ids: set[int]) -> None:
    """Count these persons anew, whichever of their entries is named."""
    wholes = wholes_of(db, entry_ids)
    new = facts_of(db, kept.indicator, NOW, sorted(wholes))
    old = counted_of(db, kept.keeper_id, sorted(entry_ids | wholes))
    places = _places(db, kept, new, old)
    moved = {unit for place in places.values() for unit in place.moved}
    others = served_in(db, moved) - entry_ids
    if others:
        return recount_persons(db, kept, entry_ids | others)
    persons, blobs = packed(new)
    after = dict(zip(persons.tolist(), blobs.each(), strict=True))
    _replace(db, kept, _Change(old, after, places))
    return None


def _places(db: Session, kept: Kept, new: Facts, old: Mapping[int, bytes]) -> dict[int, _Place]:
    before = sorted(set(old.values()))
    held = unpacked([0] * len(before), before).held.unit
    units = np.unique(np.concatenate((new.held.unit, held))).tolist()
    sites = sites_of(db, None, units)
    stored = stays_in(db, list(kept.charts), units)
    return {
        build_id: _Place(chart.map, stored[build_id], chart.units(sites), held)
        for build_id, chart in kept.charts.items()
    }


@dataclass(frozen=True, slots=True)
class _Change:
    """What was counted of persons, what is to be counted, and where their units stand by build."""

    before: Mapping[int, bytes]
    after: Mapping[int, bytes]
    places: Mapping[int, _Place]

    @property
    def persons(self) -> list[int]:
        """Return of whom something has changed: the facts, or where a unit stands."""
        known = sorted(self.before.keys() | self.after.keys())
        if any(place.moved for place in self.places.values()):
            return known
        return [one for one in known if self.before.get(one) != self.after.get(one)]


def _replace(db: Session, kept: Kept, change: _Change) -> None:
    """Take out what was counted of those who have changed, and count it anew on each map."""
    persons = change.persons
    if not persons:
        return
    old, new = _facts(change.before, persons), _facts(change.after, persons)
    person = CountedPerson
    theirs = person.build_id == kept.keeper_id, among(db, person.person_id, persons)
    db.execute(delete(person).where(*theirs))
    write(db, kept.keeper_id, [person_rows(new)])
    added = {}
    for build_id, place in change.places.items():
        _replace_units(db, build_id, place, new)
        after = events_of(new, Places(place.fresh, NOWHERE), kept.indicator)
        before = events_of(old, Places(place.stored, NOWHERE), kept.indicator)
        added[build_id] = difference(after, before)
    add_events(db, added)


def _facts(packs: Mapping[int, bytes], persons: Sequence[int]) -> Facts:
    own = [one for one in persons if one in packs]
    return unpacked(own, [packs[one] for one in own])


def _replace_units(db: Session, build_id: int, place: _Place, new: Facts) -> None:
    """Keep where the units stand that moved, or that the build had not met."""
    met = set(place.stored.key.tolist())
    changed = place.moved | (set(new.held.unit.tolist()) - met)
    if changed:
        unit = CountedUnit
        db.execute(delete(unit).where(unit.build_id == build_id, among(db, unit.key, changed)))
        own = np.isin(place.fresh.key, np.fromiter(changed, np.int64, len(changed)))
        now = stays_chosen(place.fresh, own)
        write(db, build_id, [unit_rows(now)])
        put_units(db, place.on, now, sorted(changed))


def recount_classes(db: Session, kept: Kept) -> None:
    """Count all classes anew: there are few, and no person by whom to find them."""
    new = facts_of(db, kept.indicator)
    places = {build: Places(NOWHERE, chart.areas) for build, chart in kept.charts.items()}
    after = {build: events_of(new, where, kept.indicator) for build, where in places.items()}
    add_events(
        db, {build: difference(events, events_in(db, build)) for build, events in after.items()}
    )


def add_events(db: Session, added: Mapping[int, Events]) -> None:
    """Add events to those of builds."""
    rows = {build: spanned(events) for build, events in added.items() if events.day.size}
    if rows:
        own = np.repeat(np.array(list(rows), np.int64), [one.day.size for one in rows.values()])
        columns = map(np.concatenate, zip(*rows.values(), strict=True))
        add_columns(db, CoverageEvent, ("build_id", *Spanned._fields), [own, *columns])
