"""The maps that shared seconds are written into, for many people at once."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from elearn import media
from elearn.learning.models import WatchMap
from elearn.learning.queries.standings import maps_of_many, standing_with
from elearn.learning.rules import Passed, Seconds, Standing, Terms
from elearn.learning.viewings.models import SharedViewing


def maps_for(
    db: Session, viewing: SharedViewing, person_ids: Collection[int], terms: Terms, now: datetime
) -> dict[int, WatchMap]:
    """Return each person's map of the film that was shown, begun where there was none."""
    if not person_ids:
        return {}
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    empty = {"bits": b"", "seconds": 0, "position": 0, "changed_at": now}
    film = {"medium_version_id": viewing.medium_version_id, "length": viewing.length}
    rows = [{"person_id": one, **film, **empty} for one in sorted(person_ids)]
    db.execute(dialect.insert(WatchMap).values(rows).on_conflict_do_nothing())
    of = WatchMap.medium_version_id == viewing.medium_version_id
    found = select(WatchMap).where(of, WatchMap.person_id.in_(person_ids))
    found = found.execution_options(populate_existing=True)
    maps = {kept.person_id: kept for kept in db.scalars(found)}
    for person_id, passed in _brought(db, viewing, person_ids, terms).items():
        _bring(maps[person_id], passed)
    return maps


def _brought(
    db: Session, viewing: SharedViewing, person_ids: Collection[int], terms: Terms
) -> dict[int, Passed]:
    """Return what people bring from earlier versions, where the one shown is still the newest."""
    medium_id = db.get_one(media.MediumVersion, viewing.medium_version_id).medium_id
    shown = media.playables(db, [medium_id]).get(medium_id)
    if shown is None or shown.version_id != viewing.medium_version_id or not shown.earlier:
        return {}
    every = maps_of_many(db, person_ids, [medium_id])
    return {
        person_id: standing_with(
            maps.get(medium_id, ()), shown, share_percent=terms.share_percent, newest=True
        ).passed
        for person_id, maps in every.items()
    }


def _bring(kept: WatchMap, passed: Passed) -> None:
    if passed.held:
        before, shared = Seconds.from_bytes(kept.bits), Seconds.from_bytes(kept.shared or b"")
        held = before | passed.held
        kept.bits, kept.seconds = held.to_bytes(), len(held)
        kept.shared = (shared | (passed.shared - before)).to_bytes() or None
        kept.required = passed.required.to_bytes()


def hold_more(kept: WatchMap, seconds: Seconds, terms: Terms, now: datetime) -> Seconds:
    """Hold these seconds as shared, where they are new; return which were."""
    held = Seconds.from_bytes(kept.bits)
    new = seconds - held
    if not new:
        return new
    shared = Seconds.from_bytes(kept.shared or b"") | new
    kept.bits, kept.shared = (held | new).to_bytes(), shared.to_bytes()
    kept.seconds, kept.changed_at = len(held | new), now
    standing = Standing(
        held | new,
        kept.length,
        terms.share_percent,
        kept.position,
        was_seen=kept.seen_at is not None,
        required=Seconds.from_bytes(kept.required or b""),
    )
    if standing.is_seen and kept.seen_at is None:
        kept.seen_at, kept.seen_by = now, terms.version
    return new
