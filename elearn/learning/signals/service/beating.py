"""The worker's beat: where it is missing and no player was heard of either, there was an outage."""

from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.learning.models import WatchBudget, WatchSession
from elearn.learning.rules import SessionKind
from elearn.learning.signals.models import Outage, SignalLook
from elearn.learning.signals.rules import Measures, OutageSource
from elearn.learning.signals.service.explaining import explain_by

BEAT = timedelta(minutes=1)


def beat(db: Session, measures: Measures, *, now: datetime) -> SignalLook:
    """Say that the worker is at work, and write down an outage if nobody was for long.

    The first time, nothing was looked at before: it begins with what is looked back at.
    """
    started = now - measures.looked_back
    insert_missing(db, SignalLook, id=1, looked_until=started, beat_at=now)
    look = db.get_one(SignalLook, 1, with_for_update=True, populate_existing=True)
    least = timedelta(minutes=measures.outage.silent_minutes)
    if now - look.beat_at > least:
        ended = _heard_again(db, look.beat_at + BEAT, now)
        if ended - look.beat_at > least:
            _write(db, look.beat_at, ended, now)
    look.beat_at = max(look.beat_at, now)
    return look


def look_again(db: Session, since: datetime) -> None:
    """Have what was heard of since a moment looked at once more: it was entered only now."""
    looked = update(SignalLook).where(SignalLook.looked_until > since)
    db.execute(looked.values(looked_until=since))


def _heard_again(db: Session, since: datetime, now: datetime) -> datetime:
    """Return when the first sign of a player came since a moment; now, if none came."""
    opened = select(func.min(WatchSession.opened_at)).where(WatchSession.opened_at > since)
    opened = opened.where(WatchSession.kind != SessionKind.SHARED)  # Written down only later.
    reported = select(func.min(WatchBudget.grown_at)).where(WatchBudget.grown_at > since)
    signs = [db.scalar(opened), db.scalar(reported), now]
    return min(one for one in signs if one is not None)


def _write(db: Session, began_at: datetime, ended_at: datetime, now: datetime) -> None:
    found = Outage(
        began_at=began_at,
        ended_at=ended_at,
        what="",
        source=OutageSource.FOUND,
        recorded_at=now,
    )
    db.add(found)
    db.flush()
    explain_by(db, found)
