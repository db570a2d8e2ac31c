"""What is known of failed sign-ins: against one name, and from one network."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.accounts.models import FailedSignIn, SignInSession
from elearn.accounts.rules import SignInRule


def failures_against(db: Session, subject: str) -> list[datetime]:
    """Return when passwords were refused for a name since its last success, oldest first."""
    failed = (
        select(FailedSignIn.at)
        .where(FailedSignIn.subject == subject, FailedSignIn.forgiven_at.is_(None))
        .order_by(FailedSignIn.at)
    )
    return list(db.scalars(failed))


def failures_from(db: Session, network: str, rule: SignInRule, *, now: datetime) -> list[datetime]:
    """Return when passwords were refused to a network within the rule's window, oldest first."""
    since = now - timedelta(seconds=rule.network_window_seconds)
    failed = (
        select(FailedSignIn.at)
        .where(FailedSignIn.network == network, FailedSignIn.at > since)
        .order_by(FailedSignIn.at)
    )
    return list(db.scalars(failed))


def known_at(db: Session, network: str, rule: SignInRule, *, now: datetime) -> int:
    """Return how many accounts signed in from a network within the rule's window."""
    since = now - timedelta(seconds=rule.network_window_seconds)
    opened = select(func.count(SignInSession.account_id.distinct())).where(
        SignInSession.network == network, SignInSession.opened_at > since
    )
    return db.scalar(opened) or 0
