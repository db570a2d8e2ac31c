"""Forgets how a person signed in, and lets devices lapse that were signed out long ago."""

from datetime import datetime, timedelta

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from elearn.accounts.models import (
    Account,
    ActivationCode,
    CarryLink,
    FailedSignIn,
    LinkedIdentity,
    RecoveryCode,
    SecondFactor,
    SignInSession,
)
from elearn.accounts.service.guard import subject_of
from elearn.people import Person
from elearn.personal import Erasure

#: Devices are told of for so long after they were signed out, and then deleted.
SESSION_DAYS = 90
_AT_ONCE = 500


def forget(db: Session, erasure: Erasure) -> None:
    """Close her account and take away everything by which one signs in or is recognised."""
    _forget_failures(db, erasure)
    accounts = db.scalars(select(Account).where(Account.person_id.in_(erasure.person_ids))).all()
    keys = [one.id for one in accounts]
    _forget_sessions(db, select(SignInSession.id).where(SignInSession.account_id.in_(keys)))
    for table in (ActivationCode, RecoveryCode, SecondFactor, LinkedIdentity):
        db.execute(delete(table).where(table.account_id.in_(keys)))
    for one in accounts:
        one.user_name, one.password_hash = f"xoa-{one.id}", None
        one.closed_at = one.closed_at or erasure.now
    db.flush()


def _forget_failures(db: Session, erasure: Erasure) -> None:
    """Delete refused passwords against any name of hers; the names stand there as digests only."""
    ids = erasure.person_ids
    names = db.scalars(select(Account.user_name).where(Account.person_id.in_(ids))).all()
    phones = db.scalars(select(Person.phone).where(Person.id.in_(ids))).all()
    subjects = [subject_of(name, key=erasure.secret_key) for name in (*names, *phones) if name]
    db.execute(delete(FailedSignIn).where(FailedSignIn.subject.in_(subjects)))


def let_lapse(db: Session, *, now: datetime) -> None:
    """Delete the devices that were signed out, or whose time was up, long ago."""
    long_ago = now - timedelta(days=SESSION_DAYS)
    ended = or_(SignInSession.ended_at < long_ago, SignInSession.expires_at < long_ago)
    _forget_sessions(db, select(SignInSession.id).where(ended))


def _forget_sessions(db: Session, sessions: Select[int]) -> None:
    keys = list(db.scalars(sessions))
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        db.execute(delete(CarryLink).where(CarryLink.session_id.in_(some)))
        db.execute(delete(SignInSession).where(SignInSession.id.in_(some)))
