"""Count refused passwords, forgive them after a right one, forget them in time."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from elearn.accounts.models import FailedSignIn
from elearn.accounts.rules import SignInRule


def note_failure(
    db: Session, subject: str, network: str, rule: SignInRule, *, now: datetime
) -> None:
    """Count one refused password, and forget those too old to count for anything."""
    long_ago = now - timedelta(days=rule.forgotten_after_days)
    db.execute(delete(FailedSignIn).where(FailedSignIn.at < long_ago))
    db.add(FailedSignIn(subject=subject, network=network, at=now))
    db.flush()


def forgive(db: Session, subject: str, *, now: datetime) -> None:
    """Begin the count of a name anew after a right password."""
    db.execute(
        update(FailedSignIn)
        .where(FailedSignIn.subject == subject, FailedSignIn.forgiven_at.is_(None))
        .values(forgiven_at=now)
    )
