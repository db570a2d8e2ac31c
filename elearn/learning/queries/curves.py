"""How a film is watched by all together: what is kept of it, what is due, and how it is counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.learning.models import WatchCurve, WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import SessionKind
from elearn.learning.rules.curves import LEFT_AFTER, Curve, counted, from_bytes, is_due, placed
from elearn.media import MediumVersion
from elearn.people import Person

_LOOKED_BACK = 1000  # How many numbers below the highest may be missing: they commit as they like.


@dataclass(frozen=True, slots=True)
class Kept:
    """A curve as it was last counted."""

    curve: Curve
    counted_at: datetime


@dataclass(frozen=True, slots=True)
class Visits:
    """The newest visit to a version, and when the oldest and newest not yet noted were opened."""

    last_id: int
    first_at: datetime
    last_at: datetime


def curve_of(db: Session, version_id: int) -> Kept | None:
    """Return the curve of a version as it was last counted."""
    row = db.get(WatchCurve, version_id)
    if row is None or row.counted_at is None:
        return None
    numbers = map(from_bytes, (row.watched, row.again, row.left))
    return Kept(Curve(row.people, row.finished, *numbers), row.counted_at)


def visits_unnoted(db: Session) -> dict[int, Visits]:
    """Return the versions that somebody opened since visits were last noted; two queries."""
    rows = db.execute(select(WatchCurve.medium_version_id, WatchCurve.last_session_id))
    noted = dict(rows.all())
    since = max(noted.values(), default=0)
    visit = WatchSession
    found = db.execute(
        select(
            visit.medium_version_id,
            func.max(visit.id),
            func.min(visit.opened_at),
            func.max(visit.opened_at),
        )
        .where(visit.id > since - _LOOKED_BACK)
        .group_by(visit.medium_version_id)
    )
    return {
        key: Visits(last_id, first_at, last_at)
        for key, last_id, first_at, last_at in found
        if last_id > noted.get(key, 0)
    }


def version_due(db: Session, now: datetime) -> int | None:
    """Return the version whose curve is to be counted next, if any is: the longest uncounted."""
    curve = WatchCurve
    rows = db.execute(select(curve.medium_version_id, curve.opened_at, curve.counted_at))
    due = [
        (counted or opened, key) for key, opened, counted in rows if is_due(opened, counted, now)
    ]
    return min(due, default=(now, None))[1]


def count(db: Session, version: MediumVersion, now: datetime) -> Curve:
    """Count how a version is watched, from the maps and the evidence of everybody; 3 queries.

    What many watched before one screen is counted once, for whoever had the player.
    """
    held: dict[int, int] = defaultdict(int)
    places: dict[int, tuple[datetime, int]] = {}
    seen: set[int] = set()
    for whole, bits, shared, position, changed_at, seen_at in _maps(db, version):
        own = int.from_bytes(bits, "little") & ~int.from_bytes(shared or b"", "little")
        if not own:  # Who sat before the screen of somebody else pressed nothing.
            continue
        held[whole] |= own
        places[whole] = max(places.get(whole, (changed_at, position)), (changed_at, position))
        if seen_at:
            seen.add(whole)
    done = seen | _seen_otherwise(db, version)
    left = _left({one: place for one, place in places.items() if one not in done}, now)
    length = version.seconds
    return Curve(
        len(held),
        len(seen),
        counted(held.values(), length),
        counted(_again(db, version).values(), length),
        placed(left, length),
    )


def _left(places: Mapping[int, tuple[datetime, int]], now: datetime) -> Iterable[int]:
    return [second for at, second in places.values() if at <= now - LEFT_AFTER]


def _maps(
    db: Session, version: MediumVersion
) -> Iterable[Row[int, bytes, bytes | None, int, datetime, datetime | None]]:
    kept = WatchMap
    columns = (
        *(people.canonical_id(), kept.bits, kept.shared),
        *(kept.position, kept.changed_at, kept.seen_at),
    )
    found = select(*columns).join(Person, Person.id == kept.person_id)
    mine = found.where(kept.medium_version_id == version.id, kept.seconds > 0)
    return db.execute(mine.execution_options(yield_per=2000))


def _seen_otherwise(db: Session, version: MediumVersion) -> set[int]:
    """Return who has seen another version of the same film."""
    other = MediumVersion
    found = (
        select(people.canonical_id())
        .join(WatchMap, WatchMap.person_id == Person.id)
        .join(other, other.id == WatchMap.medium_version_id)
        .where(other.medium_id == version.medium_id, other.id != version.id)
    )
    return set(db.scalars(found.where(WatchMap.seen_at.is_not(None))))


def _again(db: Session, version: MediumVersion) -> dict[int, int]:
    """Return by person the seconds that were credited to her in more than one visit or form.

    Within one visit a second is claimed once, however often it was played.
    """
    once: dict[int, int] = defaultdict(int)
    again: dict[int, int] = defaultdict(int)
    evidence = WatchEvidence
    found = (
        select(people.canonical_id(), evidence.claimed, evidence.refused)
        .join(WatchSession, WatchSession.id == evidence.watch_session_id)
        .join(Person, Person.id == WatchSession.person_id)
        .where(WatchSession.medium_version_id == version.id)
        .where(WatchSession.kind != SessionKind.SHARED)
    )
    for whole, claimed, refused in db.execute(found.execution_options(yield_per=2000)):
        credited = int.from_bytes(claimed, "little") & ~int.from_bytes(refused, "little")
        again[whole] |= once[whole] & credited
        once[whole] |= credited
    return again
