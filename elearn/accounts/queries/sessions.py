"""On which devices an account is signed in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.models import SignInSession


def open_sessions(db: Session, account_id: int, *, now: datetime) -> Sequence[SignInSession]:
    """Return the sign-in sessions of an account that still hold, latest first."""
    still_open = (
        select(SignInSession)
        .where(
            SignInSession.account_id == account_id,
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > now,
        )
        .order_by(SignInSession.opened_at.desc(), SignInSession.id.desc())
    )
    return db.scalars(still_open).all()
