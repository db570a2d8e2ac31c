"""What is known of checks that found nothing: with one number, and from one network."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.certificates.models import FailedCheck
from elearn.certificates.rules import CheckRule


def failures_with(db: Session, number: str, rule: CheckRule, *, now: datetime) -> list[datetime]:
    """Return when checks of a number failed within the rule's window, oldest first."""
    since = now - timedelta(seconds=rule.number_window_seconds)
    failed = select(FailedCheck.at).where(FailedCheck.number == number, FailedCheck.at > since)
    return list(db.scalars(failed.order_by(FailedCheck.at)))


def failures_from(db: Session, network: str, rule: CheckRule, *, now: datetime) -> list[datetime]:
    """Return when checks from a network failed within the rule's window, oldest first."""
    since = now - timedelta(seconds=rule.network_window_seconds)
    failed = select(FailedCheck.at).where(FailedCheck.network == network, FailedCheck.at > since)
    return list(db.scalars(failed.order_by(FailedCheck.at)))
