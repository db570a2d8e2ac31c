"""Counting some persons anew in the builds of an indicator: what was stored of them is taken out.

A unit that stands elsewhere than a build took it to stand takes with it all who ever served there.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from elearn.coverage.models import CountedPerson, CountedUnit, CoverageEvent
from elearn.coverage.queries.builds import counted_of, events_in, stays_in
from elearn.coverage.queries.facts import facts_of
from elearn.coverage.queries.ground import sites_of
from elearn.coverage.queries.maps import Chart
from elearn.coverage.queries.touched import served_in, wholes_of
from elearn.coverage.rules import Indicator
from elearn.coverage.rules.events import difference, events_of
from elearn.coverage.rules.facts import Events, Facts, Places, Stays
from elearn.coverage.rules.knowledge import NOW
from elearn.coverage.rules.sites import NOWHERE, stays_chosen
from elearn.coverage.rules.spans import FIGURES
from elearn.coverage.service.rebuilding import event_rows, person_rows, unit_rows, write


@dataclass(frozen=True, slots=True)
class Kept:
    """An indicator and its builds, by their keys, each with its map."""

    indicator: Indicator
    charts: Mapping[int, Chart]


@dataclass(frozen=True, slots=True)
class _Known:
    """What a build has stored of persons and of the units they served in, and where these stand."""

    facts: Facts
    stored: Stays
    fresh: Stays

    @property
    def moved(self) -> set[int]:
        """Return the units that stand elsewhere than the build took them to stand."""
        before, after = _by_key(self.stored), _by_key(self.fresh)
        return {key for key, rows in before.items() if after.get(key) != rows}


def _by_key(stays: Stays) -> dict[int, list[object]]:
    found: dict[int, list[object]] = defaultdict(list)
    columns = (column.tolist() for column in stays)
    for key, *row in zip(*columns, strict=True):
        found[key].append(row)
    return found


def recount_persons(db: Session, kept: Kept, entry_ids: set[int]) -> None:
    """Count these persons anew, whichever of their entries is named."""
    wholes = wholes_of(db, entry_ids)
    keys = sorted(entry_ids | wholes)
    new = facts_of(db, kept.indicator, NOW, sorted(wholes))
    known = _known(db, kept, keys, new)
    moved = {unit for one in known.values() for unit in one.moved}
    others = served_in(db, moved) - entry_ids
    if others:
        return recount_persons(db, kept, entry_ids | others)
    for build_id, one in known.items():
        _replace_persons(db, build_id, keys, new)
        _replace_units(db, build_id, one, new)
        after = events_of(new, Places(one.fresh, NOWHERE), kept.indicator)
        before = events_of(one.facts, Places(one.stored, NOWHERE), kept.indicator)
        add_events(db, build_id, difference(after, before))
    return None


def _known(db: Session, kept: Kept, keys: list[int], new: Facts) -> dict[int, _Known]:
    old = {build_id: counted_of(db, build_id, keys) for build_id in kept.charts}
    held = [new.held.unit, *(facts.held.unit for facts in old.values())]
    units = np.unique(np.concatenate(held)).tolist()
    sites = sites_of(db, None, units)
    return {
        build_id: _Known(old[build_id], stays_in(db, build_id, units), chart.units(sites))
        for build_id, chart in kept.charts.items()
    }


def _replace_persons(db: Session, build_id: int, keys: Collection[int], new: Facts) -> None:
    person = CountedPerson
    db.execute(delete(person).where(person.build_id == build_id, person.person_id.in_(keys)))
    write(db, build_id, [person_rows(new)])


def _replace_units(db: Session, build_id: int, known: _Known, new: Facts) -> None:
    """Keep where the units stand that moved, or that the build had not met."""
    met = set(known.stored.key.tolist())
    changed = known.moved | (set(new.held.unit.tolist()) - met)
    if changed:
        unit = CountedUnit
        db.execute(delete(unit).where(unit.build_id == build_id, unit.key.in_(changed)))
        own = np.isin(known.fresh.key, np.fromiter(changed, np.int64, len(changed)))
        write(db, build_id, [unit_rows(stays_chosen(known.fresh, own))])


def recount_classes(db: Session, kept: Kept) -> None:
    """Count all classes anew: there are few, and no person by whom to find them."""
    new = facts_of(db, kept.indicator)
    for build_id, chart in kept.charts.items():
        after = events_of(new, Places(NOWHERE, chart.areas), kept.indicator)
        add_events(db, build_id, difference(after, events_in(db, build_id)))


def add_events(db: Session, build_id: int, events: Events) -> None:
    """Add events to those of a build; the new ones lie beside them, under its key turned round."""
    if not events.day.size:
        return
    write(db, -build_id, [event_rows(events)])
    event = CoverageEvent
    staged = event.build_id == -build_id
    keys = (event.area_id, event.span, event.day)
    figures = tuple(getattr(event, name) for name in FIGURES)
    rows = select(-event.build_id, *keys, *figures).where(staged)
    names = ["build_id", "area_id", "span", "day", *FIGURES]
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    added = dialect.insert(event).from_select(names, rows)
    sums = {name: getattr(event, name) + added.excluded[name] for name in FIGURES}
    db.execute(added.on_conflict_do_update(index_elements=names[:4], set_=sums))
    db.execute(delete(event).where(staged))
