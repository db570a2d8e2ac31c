"""Keeping how films are watched by all: which were opened, and what was counted."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.learning.models import WatchCurve
from elearn.learning.queries.curves import Visits
from elearn.learning.rules.curves import Curve, as_bytes


def note_visits(db: Session, visits: Mapping[int, Visits]) -> None:
    """Keep that these versions were opened, so that their curves become due."""
    for version_id, seen in visits.items():
        values = {"last_session_id": seen.last_id, "opened_at": seen.last_at}
        insert_missing(db, WatchCurve, medium_version_id=version_id, **_NOTHING, **values)
        kept = db.get_one(WatchCurve, version_id)
        kept.last_session_id = max(kept.last_session_id, seen.last_id)
        kept.opened_at = max(kept.opened_at, seen.last_at)
    db.flush()


def keep_curve(db: Session, version_id: int, curve: Curve, *, now: datetime) -> None:
    """Put what was counted in the place of what was counted before."""
    kept = db.get_one(WatchCurve, version_id)
    kept.people, kept.finished, kept.length = curve.people, curve.finished, curve.length
    kept.watched, kept.again, kept.left = map(as_bytes, (curve.watched, curve.again, curve.left))
    kept.counted_at = now
    db.flush()


_NOTHING = {"people": 0, "finished": 0, "length": 0, "watched": b"", "again": b"", "left": b""}
