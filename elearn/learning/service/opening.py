"""Watch sessions begin: the server's clock starts to run for a person."""

from datetime import datetime
from secrets import token_hex

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.learning.models import WatchBudget, WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import Budget, Opened, Seconds, SessionKind, Standing, Terms, Visit

_LONGEST_DEVICE = 200


def open_watch(db: Session, person_id: int, visit: Visit, *, terms: Terms, now: datetime) -> Opened:
    """Open a watch session; the budget opens at 0 unless another session of hers is alive."""
    _open_budget(db, person_id, terms, now)
    session, kept = begin_visit(db, person_id, visit, now=now)
    return Opened(session.token, standing_now(kept, visit, terms))


def begin_visit(
    db: Session,
    person_id: int,
    visit: Visit,
    *,
    now: datetime,
    kind: SessionKind = SessionKind.ONLINE,
) -> tuple[WatchSession, WatchMap]:
    """Begin a visit of whatever kind, and the map that its seconds are credited to.

    Her budget is there already, and locked.
    """
    kept = _map(db, person_id, visit, now)
    session = WatchSession(
        token=token_hex(16),
        person_id=person_id,
        medium_version_id=visit.medium_version_id,
        kind=kind,
        opened_at=now,
        device=visit.device[:_LONGEST_DEVICE],
        browser=visit.browser,
    )
    db.add(session)
    db.flush()
    return session, kept


def standing_now(kept: WatchMap, visit: Visit, terms: Terms) -> Standing:
    """Return where she stands as she begins, with what she brought from the versions before."""
    held, required = Seconds.from_bytes(kept.bits), visit.brought.required
    return Standing(
        held,
        kept.length,
        terms.share_percent,
        kept.position,
        was_seen=kept.seen_at is not None,
        required=required,
    )


def hold_budget(db: Session, person_id: int, terms: Terms, now: datetime) -> WatchBudget:
    """Return her budget, locked; an empty one if she had none."""
    insert_missing(
        db, WatchBudget, person_id=person_id, unspent=0, grown_at=now, told_interval=terms.interval
    )
    return db.get_one(WatchBudget, person_id, with_for_update=True, populate_existing=True)


def _open_budget(db: Session, person_id: int, terms: Terms, now: datetime) -> None:
    row = hold_budget(db, person_id, terms, now)
    if is_watching(db, person_id, terms, now):
        budget = Budget(row.unspent, row.grown_at).grown(now, terms.limits, row.told_interval)
    else:
        budget = Budget.opened(now)
    row.unspent, row.grown_at = budget.unspent, budget.grown_at
    row.told_interval = terms.interval


def _map(db: Session, person_id: int, visit: Visit, now: datetime) -> WatchMap:
    insert_missing(
        db,
        WatchMap,
        person_id=person_id,
        medium_version_id=visit.medium_version_id,
        bits=b"",
        seconds=0,
        length=visit.length,
        position=0,
        changed_at=now,
    )
    key = (person_id, visit.medium_version_id)
    kept = db.get_one(WatchMap, key, populate_existing=True)
    if visit.brought.held:
        before, shared = Seconds.from_bytes(kept.bits), Seconds.from_bytes(kept.shared or b"")
        held = before | visit.brought.held
        kept.bits, kept.seconds = held.to_bytes(), len(held)
        kept.shared = (shared | (visit.brought.shared - before)).to_bytes() or None
        kept.required = visit.brought.required.to_bytes()
    return kept


def is_watching(db: Session, person_id: int, terms: Terms, now: datetime) -> bool:
    """Return whether a watch session of hers with a line is open and was heard of lately."""
    lately = now - terms.idle
    heard = exists().where(
        WatchEvidence.watch_session_id == WatchSession.id, WatchEvidence.last_at > lately
    )
    alive = exists().where(
        WatchSession.person_id == person_id,
        WatchSession.closed_at.is_(None),
        WatchSession.kind == SessionKind.ONLINE,
        or_(WatchSession.opened_at > lately, heard),
    )
    return bool(db.scalar(select(alive)))
