"""Leases: whose they are, whether they run, and the rule they are given by."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from elearn.errors import Forbidden, NotFound
from elearn.learning.models import LeaseRule, OfflineLease
from elearn.text import msg

_AT_ONCE = 10_000  # PostgreSQL takes no statement of more than 65,535 values.
_GONE = msg("Bài đã tải này không còn dùng được. Mở bài giảng khi có mạng rồi tải về lại.")
_OVER = msg("Bài đã tải này đã hết hạn. Mở bài giảng khi có mạng rồi tải về lại.")


def lease_rule_on(db: Session, day: date) -> LeaseRule:
    """Return the newest version of the rule for leases that holds on the day.

    :raise NotFound: if none holds.
    """
    newest = select(LeaseRule).where(LeaseRule.valid_on(day)).order_by(LeaseRule.version.desc())
    rule = db.scalar(newest.limit(1))
    if rule is None:
        raise NotFound(msg("Chưa có quy tắc tải bài về máy cho ngày này."))
    return rule


def lease_of(db: Session, person_id: int, token: str) -> OfflineLease:
    """Return a lease of hers that has not ended; its days may be over.

    :raise NotFound: if it is not hers, or ended.
    """
    hers = (OfflineLease.person_id == person_id, OfflineLease.ended_at.is_(None))
    sought = select(OfflineLease).where(OfflineLease.token == token, *hers)
    found = db.scalar(sought.options(joinedload(OfflineLease.lecture)))
    if found is None:
        raise NotFound(_GONE)
    return found


def running_lease_of(db: Session, person_id: int, token: str, *, now: datetime) -> OfflineLease:
    """Return a lease of hers that runs.

    :raise NotFound: if it is not hers, or ended.
    :raise Forbidden: if its days are over.
    """
    found = lease_of(db, person_id, token)
    if found.expires_at <= now:
        raise Forbidden(_OVER)
    return found


def leases_named(db: Session, tokens: Collection[str]) -> Mapping[str, OfflineLease]:
    """Return the leases of these tokens, with their visits, whosever they are."""
    # Who brings nothing but noise shall not even hold the database up.
    listed, found = sorted(tokens), dict[str, OfflineLease]()
    for start in range(0, len(listed), _AT_ONCE):
        sought = select(OfflineLease).where(
            OfflineLease.token.in_(listed[start : start + _AT_ONCE])
        )
        rows = db.scalars(sought.options(joinedload(OfflineLease.watch_session)))
        found |= {one.token: one for one in rows}
    return found


def leases_running(db: Session, person_id: int, *, now: datetime) -> int:
    """Return how many leases of hers run."""
    hers = select(func.count()).where(
        OfflineLease.person_id == person_id,
        OfflineLease.ended_at.is_(None),
        OfflineLease.expires_at > now,
    )
    return db.scalar(hers) or 0
