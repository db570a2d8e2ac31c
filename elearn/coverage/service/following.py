"""Keeping the counts in step with the outbox: persons are taken out of them and counted anew.

The cursor is kept in the transaction that counts: whoever is killed has done nothing, and nothing
is counted twice. Taking a person out asks only what was stored of her; so following a change that
a build knew already changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn.coverage.models import BuildState, CoverageBuild
from elearn.coverage.queries.builds import current_builds
from elearn.coverage.queries.definitions import schemes_known
from elearn.coverage.queries.ground import ground_of
from elearn.coverage.queries.maps import Chart, drawn_maps
from elearn.coverage.queries.touched import Touched, touched_by
from elearn.coverage.rules import Indicator, Measure
from elearn.coverage.service.cursors import held_cursor
from elearn.coverage.service.recounting import Kept, recount_classes, recount_persons
from elearn.db import Cursor, Seen, changes_for

_CHANGES_AT_ONCE = 2_000
_PERSONS_AT_ONCE = 2_000


def follow(db: Session, *, now: datetime) -> bool:
    """Count what has changed since the last time; return whether anything had."""
    kept = held_cursor(db, now=now)
    cursor = Cursor.read(kept.content)
    changes = changes_for(db, cursor, _CHANGES_AT_ONCE)
    after = cursor.after([Seen(one.id, one.at) for one in changes], now=now)
    new = [one for one in changes if not cursor.last or one.id != cursor.last.number]
    _count(db, touched_by(db, new), now=now)
    if after != cursor:
        kept.content, kept.followed_at = after.as_json(), now
        db.flush()
    return bool(new)


def _count(db: Session, touched: Touched, *, now: datetime) -> None:
    """Count anew what was touched; where borders or groups have changed, all is to be rebuilt."""
    if touched.has_ground:
        _mark_stale(db, now=now)
    if touched.person_ids or touched.has_classes:
        for kept in _kept(db):
            _recount(db, kept, touched)


def _recount(db: Session, kept: Kept, touched: Touched) -> None:
    if kept.indicator.measure is not Measure.CLASS:
        for some in _slices(sorted(touched.person_ids)):
            recount_persons(db, kept, set(some))
    elif touched.has_classes:
        recount_classes(db, kept)


def _mark_stale(db: Session, *, now: datetime) -> None:
    build = CoverageBuild
    fresh = update(build).where(build.state == BuildState.CURRENT, build.stale_since.is_(None))
    db.execute(fresh.values(stale_since=now))


def _kept(db: Session) -> Iterator[Kept]:
    """Give the builds that were counted together, with their indicator and their maps."""
    together: dict[tuple[int, int], list[CoverageBuild]] = defaultdict(list)
    for build in current_builds(db):
        together[build.indicator_version_id, build.keeper_id].append(build)
    if not together:
        return
    ground, indicators = ground_of(db, None), _indicators(db)
    charts = {on.id: Chart(on, ground) for on in drawn_maps(db)}
    for (version_id, keeper_id), builds in together.items():
        if indicator := indicators.get(version_id):
            yield Kept(indicator, keeper_id, {one.id: charts[one.map_id] for one in builds})


def _indicators(db: Session) -> dict[int | None, Indicator]:
    """Return the indicators there are now, by the key of their version."""
    return {one.version_id: one for scheme in schemes_known(db) for one in scheme.indicators}


def _slices(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _PERSONS_AT_ONCE):
        yield keys[start : start + _PERSONS_AT_ONCE]
