"""Lectures seen because a rule asks less, or still seen although it asks more: written down.

Whoever watches is told by her report that a lecture is seen now, and the moment is kept with her
map. Nobody reports when a rule changes: what it gives is written down on its first day, and, with
the version before, what two entries have only together and nobody ever noted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, literal, select, update
from sqlalchemy.orm import Session

from elearn import media
from elearn.db import among
from elearn.learning.models import WatchBudget, WatchMap
from elearn.learning.queries.effects import is_enough, plain
from elearn.learning.queries.standings import Stand, counting, maps_of_many, seen, standing_with

PLAIN_AT_ONCE = 2_000
_INTRICATE_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """A version of the watch rule, and from when until when it was asked for."""

    version: int
    share_percent: int
    since: datetime
    until: datetime | None = None


def give_plain(db: Session, shown: media.Playable, by: Measure) -> int:
    """Write down that some of those who are one entry have seen a medium; return how many.

    Zero: all is written. The rest is for the next transaction.
    """
    due = plain(shown).where(WatchMap.seen_at.is_(None), is_enough(by.share_percent))
    if by.until:
        due = due.where(WatchMap.changed_at < by.until)
    keys = db.scalars(due.limit(PLAIN_AT_ONCE)).all()
    if not keys:
        return 0
    _hold(db, keys)
    unmarked = (WatchMap.medium_version_id == shown.version_id, WatchMap.seen_at.is_(None))
    since = literal(by.since, WatchMap.seen_at.type)
    later = case((WatchMap.changed_at > since, WatchMap.changed_at), else_=since)
    mark = update(WatchMap).where(among(db, WatchMap.person_id, keys), *unmarked)
    # What a report did meanwhile is no longer unmarked, and is left as it is.
    db.execute(
        mark.values(seen_at=later, seen_by=by.version),
        execution_options={"synchronize_session": False},
    )
    return len(keys)


def give_intricate(
    db: Session, shown: media.Playable, person_ids: Sequence[int], by: Measure
) -> int:
    """Write down who of these persons has seen a medium, if nobody did; return how many."""
    everybody = maps_of_many(db, person_ids, [shown.medium_id])
    _hold(db, [one.person_id for maps in everybody.values() for one in maps[shown.medium_id]])
    return sum(_given(db, shown, maps[shown.medium_id], by) for maps in everybody.values())


def in_groups(person_ids: Sequence[int]) -> list[Sequence[int]]:
    """Return the keys in groups small enough for one transaction each."""
    step = _INTRICATE_AT_ONCE
    return [person_ids[at : at + step] for at in range(0, len(person_ids), step)]


def _hold(db: Session, person_ids: Sequence[int]) -> None:
    """Have the reports of these persons wait, in the order in which they hold themselves."""
    theirs = select(WatchBudget.person_id).where(among(db, WatchBudget.person_id, person_ids))
    db.execute(theirs.order_by(WatchBudget.person_id).with_for_update())


def _given(db: Session, shown: media.Playable, maps: Sequence[WatchMap], by: Measure) -> bool:
    if not maps or (by.until and max(one.changed_at for one in maps) >= by.until):
        return False
    stand = standing_with(maps, shown, share_percent=by.share_percent)
    found = seen(maps, stand, since=by.since)
    there = counting(maps, stand)
    if found is None or any(one.seen_at for one in there):
        return False
    row = max(there, key=lambda one: (one.medium_version_id, one.changed_at), default=None)
    if row is None:
        row = _brought(maps[0].person_id, stand, found.at)
        db.add(row)
    row.seen_at, row.seen_by = found.at, by.version
    db.flush()
    return True


def _brought(person_id: int, stand: Stand, at: datetime) -> WatchMap:
    """Return the map of a version of which all she has came over from those before it."""
    held = stand.standing.held
    return WatchMap(
        person_id=person_id,
        medium_version_id=stand.version_id,
        bits=held.to_bytes(),
        seconds=len(held),
        length=stand.standing.length,
        position=0,
        changed_at=at,
        required=stand.passed.required.to_bytes(),
    )
