"""Which notices about their data people have read."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.accounts.models import PrivacyAcceptance
from elearn.accounts.privacy import notice_on


def owes_notice(db: Session, account_id: int, *, now: datetime) -> bool:
    """Return whether an account has not been shown the notice of the day; one query."""
    shown = select(PrivacyAcceptance.id).where(
        PrivacyAcceptance.account_id == account_id,
        PrivacyAcceptance.version == notice_on(clock.day_of(now)).version,
    )
    return db.scalar(shown) is None


def accepted_by(db: Session, account_id: int) -> list[PrivacyAcceptance]:
    """Return the notices an account went on from, the latest first."""
    found = select(PrivacyAcceptance).where(PrivacyAcceptance.account_id == account_id)
    return list(db.scalars(found.order_by(PrivacyAcceptance.version.desc())))
