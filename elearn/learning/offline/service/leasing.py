"""Leases begin, are renewed, and end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.errors import Conflict
from elearn.learning.models import LeaseRule, OfflineLease, WatchSession
from elearn.learning.offline.queries import leases_running
from elearn.learning.rules import LeaseEnd, SessionKind, Standing, Terms, Visit
from elearn.learning.service.opening import begin_visit, hold_budget, standing_now
from elearn.learning.service.settling import settle
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Wanted:
    """A lecture about to be fetched to a phone: which weight of it, and how many bytes."""

    lecture_id: int
    visit: Visit
    weight: str
    size: int


@dataclass(frozen=True, slots=True)
class Leave:
    """The rule that leases are given by, and the terms of watching."""

    rule: LeaseRule
    terms: Terms


def lease(
    db: Session, person_id: int, wanted: Wanted, leave: Leave, *, now: datetime
) -> tuple[OfflineLease, Standing]:
    """Give leave to keep a lecture on a phone, and return it with where she stands.

    The same lecture fetched again by the same browser takes the place of what that had before.

    :raise Conflict: if she has as many as one person may have.
    """
    settle(db, hold_budget(db, person_id, leave.terms, now), leave.terms, now=now)
    _replace(db, person_id, wanted, now)
    _check_room(db, person_id, leave.rule, now)
    visit, kept = begin_visit(db, person_id, wanted.visit, now=now, kind=SessionKind.OFFLINE)
    given = OfflineLease(
        token=token_hex(16),
        person_id=person_id,
        medium_version_id=wanted.visit.medium_version_id,
        watch_session_id=visit.id,
        lecture_id=wanted.lecture_id,
        weight=wanted.weight,
        size_bytes=wanted.size,
        rule_version=leave.rule.version,
        issued_at=now,
        expires_at=_last_second(leave.rule, now),
    )
    db.add(given)
    db.flush()
    return given, standing_now(kept, wanted.visit, leave.terms)


def renew(db: Session, one: OfflineLease, leave: Leave, *, now: datetime) -> None:
    """Let a lease run for as long again as a new one; what it was over in between stays over.

    :raise Conflict: if its days are over, and she has as many others as one person may have.
    """
    settle(db, hold_budget(db, one.person_id, leave.terms, now), leave.terms, now=now)
    if one.expires_at <= now:
        _check_room(db, one.person_id, leave.rule, now)
    one.expires_at = max(one.expires_at, _last_second(leave.rule, now))
    one.rule_version = leave.rule.version
    db.flush()


def end(one: OfflineLease, by: LeaseEnd, *, now: datetime) -> None:
    """End a lease, and the visit it was; one that ended before stays as it did.

    The budget of its person is locked.
    """
    if one.ended_at is not None:
        return
    one.ended_at, one.ended_by = max(now, one.issued_at), by
    visit = one.watch_session
    visit.closed_at = visit.closed_at or max(now, visit.opened_at)


def _check_room(db: Session, person_id: int, rule: LeaseRule, now: datetime) -> None:
    if leases_running(db, person_id, now=now) < rule.most_leases:
        return
    said = msg(
        "Đã tải về %(count)s bài, kể cả trên máy khác, nhiều nhất cho một người."
        " Xóa bớt một bài đã tải rồi tải bài này.",
        count=rule.most_leases,
    )
    raise Conflict(said, over="many")


def _last_second(rule: LeaseRule, now: datetime) -> datetime:
    """Return the end of the last day on which a lease given now may be played."""
    over = clock.day_of(now) + timedelta(days=rule.lease_days + 1)
    return clock.start_of(over) - timedelta(seconds=1)


def _replace(db: Session, person_id: int, wanted: Wanted, now: datetime) -> None:
    browser = wanted.visit.browser
    if browser is None:
        return
    before = (
        select(OfflineLease)
        .join(OfflineLease.watch_session)
        .where(
            OfflineLease.person_id == person_id,
            OfflineLease.lecture_id == wanted.lecture_id,
            OfflineLease.ended_at.is_(None),
            WatchSession.browser == browser,
        )
    )
    for one in db.scalars(before.order_by(OfflineLease.id)).all():
        end(one, LeaseEnd.REPLACED, now=now)
    db.flush()
