"""What builds have counted: which there are, what is due, and what each counted of whom."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.coverage.models import (
    BuildState,
    CountedPerson,
    CountedUnit,
    CoverageBuild,
    CoverageCursor,
    CoverageEvent,
    CoverageMap,
)
from elearn.coverage.queries.definitions import schemes_known
from elearn.coverage.queries.maps import are_drawn, drawn_maps
from elearn.coverage.rules import Indicator
from elearn.coverage.rules.facts import Events, Stays
from elearn.coverage.rules.sites import stays_chosen
from elearn.coverage.rules.spans import Span
from elearn.db import Cursor, among, changes_for
from elearn.db.arrays import columns
from elearn.jobs import Job

_AFTER_FAILING = timedelta(hours=1)


def current_builds(db: Session) -> Sequence[CoverageBuild]:
    """Return the builds that readers see and that are kept up to date."""
    build = CoverageBuild
    kept = select(build).where(build.state == BuildState.CURRENT, build.stale_since.is_(None))
    return db.scalars(kept.order_by(build.indicator_version_id, build.map_id)).all()


def due_pairs(db: Session) -> set[tuple[int, int]]:
    """Return the indicator versions that hold today and the maps they are to be counted on."""
    versions = [one.version_id for some in schemes_known(db) for one in some.indicators]
    maps = db.scalars(select(CoverageMap.id)).all()
    there = {(one.indicator_version_id, one.map_id) for one in current_builds(db)}
    return {(one, on) for one in versions if one for on in maps} - there


def to_count(
    db: Session, keys: Collection[str], *, due_only: bool
) -> list[tuple[Indicator, list[CoverageMap]]]:
    """Return what is to be counted on which maps, of all schemes or some: all of it, or the due."""
    maps, due = drawn_maps(db), due_pairs(db)
    schemes = [one for one in schemes_known(db) if not keys or one.key in keys]
    wanted = [
        (one, [on for on in maps if not due_only or (one.version_id, on.id) in due])
        for scheme in schemes
        for one in scheme.indicators
    ]
    return [(one, some) for one, some in wanted if some]


def is_due(db: Session, keys: Collection[str]) -> bool:
    """Return whether anything of all schemes or some is to be counted, or a map to be drawn."""
    return bool(to_count(db, keys, due_only=True)) or not are_drawn(db)


def is_behind(db: Session) -> bool:
    """Return whether there is anything to follow; asked each second, and by a reader."""
    kept = db.get(CoverageCursor, 1)
    if kept is None:
        return False  # Nothing was ever counted.
    cursor = Cursor.read(kept.content)
    last = cursor.last.number if cursor.last else 0
    return any(change.id != last for change in changes_for(db, cursor, 2))


def is_count_due(db: Session, now: datetime) -> bool:
    """Return whether anything is to be counted that no job is about to count."""
    job = db.scalar(select(Job).where(Job.key == COUNT))
    if job is not None and not job.is_over:
        return False
    if job is not None and job.is_broken and job.finished_at:
        return now - job.finished_at > _AFTER_FAILING
    if not is_anybody_in_post(db):
        return False
    is_drawn = db.scalar(select(CoverageMap.id).limit(1)) is not None
    return bool(due_pairs(db)) or not is_drawn


def is_anybody_in_post(db: Session) -> bool:
    """Return whether anybody ever held a post; till then there is nothing to count."""
    return db.scalar(select(people.Tenure.id).limit(1)) is not None


#: The kind and the key of the job that counts what is due.
COUNT = "count_coverage"


def counted_of(db: Session, build_id: int, person_ids: Collection[int]) -> dict[int, bytes]:
    """Return what a build keeps of these persons, packed; one query."""
    person = CountedPerson
    theirs = person.build_id == build_id, among(db, person.person_id, person_ids)
    rows = db.execute(select(person.person_id, person.facts).where(*theirs))
    return {one.person_id: one.facts for one in rows}


def stays_in(db: Session, build_ids: Collection[int], keys: Collection[int]) -> dict[int, Stays]:
    """Return where builds took these units to stand, in order, by build; one query."""
    unit = CountedUnit
    asked = select(
        *(unit.build_id, unit.key, unit.first, unit.last),
        *(unit.country_id, unit.province_id, unit.district_id, unit.commune_id),
        unit.estimated,
    ).where(unit.build_id.in_(build_ids), among(db, unit.key, keys))
    build, key, first, last, *areas, bits = columns(
        db, asked.order_by(unit.build_id, unit.key, unit.number)
    )
    estimated = (bits[:, None] & np.array([1, 2, 4, 8], np.int64)) > 0
    stays = Stays(key, first, last, np.stack(areas, axis=1), estimated)
    return {build_id: stays_chosen(stays, build == build_id) for build_id in build_ids}


def events_in(db: Session, build_id: int) -> Events:
    """Return all events of a build, a day a row; one query."""
    event = CoverageEvent
    asked = select(
        *(event.area_id, event.day, event.in_post, event.reached),
        *(event.under_way, event.new_in_post, event.estimated),
    ).where(event.build_id == build_id, event.span == int(Span.DAY))
    return Events(*columns(db, asked.order_by(event.area_id, event.day)))
