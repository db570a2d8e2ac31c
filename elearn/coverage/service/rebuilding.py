"""Counting an indicator anew on a map, beside the count that is read, which it then replaces."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from elearn.coverage.models import (
    BuildState,
    CountedPerson,
    CountedUnit,
    CoverageBuild,
    CoverageEvent,
    CoverageMap,
    IndicatorVersion,
)
from elearn.coverage.queries.maps import Chart
from elearn.coverage.rules.facts import Events, Facts, Ints, Places, Stays
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.packing import packed
from elearn.coverage.rules.sites import NOWHERE, stays_chosen
from elearn.coverage.rules.spans import Spanned, spanned
from elearn.coverage.service.cursors import rewind
from elearn.coverage.service.mapping import PLACE, placed_columns
from elearn.db import Cursor
from elearn.db.arrays import Blobs, put_columns

#: So many rows are written or thrown away at once: in between, others may write.
_AT_ONCE = 100_000
_ABANDONED = timedelta(hours=2)  # Nothing takes as long to write; whoever wrote was killed.


class Rows(NamedTuple):
    """Rows of a table, by their columns, without the key of their build."""

    table: type[CoverageEvent | CountedPerson | CountedUnit]
    names: tuple[str, ...]
    columns: tuple[Ints | Blobs, ...]

    @property
    def size(self) -> int:
        first = self.columns[0]
        return first.bounds.size - 1 if isinstance(first, Blobs) else first.size

    def slices(self) -> Iterator["Rows"]:
        """Give the rows a hundred thousand at a time."""
        for begin in range(0, self.size, _AT_ONCE):
            end = min(begin + _AT_ONCE, self.size)
            parts = (_part(one, begin, end) for one in self.columns)
            yield self._replace(columns=tuple(parts))


def _part(column: Ints | Blobs, begin: int, end: int) -> Ints | Blobs:
    return column.part(begin, end) if isinstance(column, Blobs) else column[begin:end]


def event_rows(events: Events) -> Rows:
    return Rows(CoverageEvent, Spanned._fields, tuple(spanned(events)))


def person_rows(facts: Facts) -> Rows:
    return Rows(CountedPerson, ("person_id", "facts"), packed(facts))


def unit_rows(stays: Stays) -> Rows:
    """Return where units stand, which are in order, as rows."""
    begins = np.flatnonzero(np.diff(stays.key, prepend=-1))
    number = np.arange(stays.key.size) - np.repeat(begins, np.diff(begins, append=stays.key.size))
    columns = (stays.key, number, stays.first, stays.last, *placed_columns(stays))
    return Rows(CountedUnit, ("key", "number", "first", "last", *PLACE), columns)


def stays_of(facts: Facts, units: Stays) -> Stays:
    """Return where the units of these facts stand; classes are counted as a whole."""
    return stays_chosen(units, np.isin(units.key, np.unique(facts.held.unit)))


@dataclass(frozen=True, slots=True)
class Survey:
    """Maps by their keys, where units stand on each, and how far the outbox was before."""

    taken_at: datetime
    since: Cursor
    charts: Mapping[int, Chart]
    units: Mapping[int, Stays]

    def places(self, on: CoverageMap, indicator: Indicator) -> Places:
        """Return where everything stands that the indicator asks about."""
        of_classes = indicator.measure is Measure.CLASS
        return Places(self.units[on.id], self.charts[on.id].areas if of_classes else NOWHERE)


@dataclass(frozen=True, slots=True)
class NewBuild:
    """What is counted on which map, and with which other build."""

    indicator: Indicator
    on: CoverageMap
    #: The build counted together with this one that keeps the persons, if there is one already.
    lead_id: int | None


def begin(db: Session, new: NewBuild, *, now: datetime) -> int:
    """Begin a build that nobody reads yet, and return its key."""
    build = CoverageBuild(
        indicator_version_id=new.indicator.version_id,
        map_id=new.on.id,
        lead_id=new.lead_id,
        state=BuildState.WRITING,
        begun_at=now,
    )
    db.add(build)
    db.flush()
    return build.id


def write(db: Session, build_id: int, rows: Iterable[Rows]) -> None:
    """Write some rows of a build."""
    for some in rows:
        own = np.full(some.size, build_id, np.int64)
        put_columns(db, some.table, ("build_id", *some.names), [own, *some.columns])


def finish(db: Session, build_ids: Iterable[int], since: Cursor, *, now: datetime) -> None:
    """Put builds that were counted together in the place of those that were read.

    What was changed since they began to read is followed once more, for they may not have seen it:
    of all of them at once, for what was counted of a person is kept once.
    """
    rewind(db, since, now=now)
    for build_id in build_ids:
        _put_in_place(db, db.get_one(CoverageBuild, build_id), now=now)


def _put_in_place(db: Session, build: CoverageBuild, *, now: datetime) -> None:
    """Have a build read; one by an earlier definition of the figure is asked for no longer."""
    same = (
        CoverageBuild.indicator_version_id.in_(_versions_till(db, build.indicator_version_id)),
        CoverageBuild.map_id == build.map_id,
        CoverageBuild.state == BuildState.CURRENT,
    )
    db.execute(update(CoverageBuild).where(*same).values(state=BuildState.RETIRED))
    build.state, build.built_at = BuildState.CURRENT, now
    db.flush()


def _versions_till(db: Session, version_id: int) -> Select[int]:
    """Return the versions of the same figure up to this one."""
    version, this = IndicatorVersion, db.get_one(IndicatorVersion, version_id)
    own = version.scheme_key == this.scheme_key, version.key == this.key
    return select(version.id).where(*own, version.id <= version_id)


def sweep(db: Session, *, now: datetime) -> bool:
    """Throw away some rows of a build that nobody reads; return whether there were any."""
    abandoned = (CoverageBuild.state == BuildState.WRITING) & (
        CoverageBuild.begun_at < now - _ABANDONED
    )
    useless = or_(CoverageBuild.state == BuildState.RETIRED, abandoned)
    build_id = db.scalar(select(CoverageBuild.id).where(useless, ~_keeps_for_others()).limit(1))
    if build_id is None:
        return False
    keys = (CoverageEvent.area_id, CountedPerson.person_id, CountedUnit.key)
    if not any(_sweep(db, build_id, key) for key in keys):
        db.execute(delete(CoverageBuild).where(CoverageBuild.id == build_id))
    return True


def _keeps_for_others() -> ColumnElement[bool]:
    """Return the condition that a build keeps persons for another one, which goes first."""
    other = aliased(CoverageBuild)
    return select(other.id).where(other.lead_id == CoverageBuild.id).exists()


def _sweep(db: Session, build_id: int, key: InstrumentedAttribute[int]) -> bool:
    """Delete the first rows of a build in one table; return whether there were any."""
    table = key.class_
    own = select(key).where(table.build_id == build_id).order_by(key)
    first = db.scalar(own.limit(1))
    if first is None:
        return False
    until = db.scalar(own.offset(_AT_ONCE).limit(1))
    gone = delete(table).where(table.build_id == build_id)
    db.execute(gone if until is None else gone.where(key <= until))
    return True
