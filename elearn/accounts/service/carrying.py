"""Carry a sign-in from one browser to another: by a link good for a minute, and once."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.accounts.models import Account, CarryLink, SignInSession
from elearn.accounts.queries import digest
from elearn.accounts.reader import code_rule_on
from elearn.accounts.service import outcomes
from elearn.accounts.service.outcomes import Failure, SignedIn
from elearn.accounts.service.sessions import Device, open_session


def begin_carrying(db: Session, session_id: int, *, now: datetime) -> str:
    """Return the token of a new link out of this browser; it is told once and not kept."""
    token = token_urlsafe(24)
    seconds = code_rule_on(clock.day_of(now)).carry_seconds
    until = now + timedelta(seconds=seconds)
    link = CarryLink(
        token_sha256=digest(token), session_id=session_id, made_at=now, expires_at=until
    )
    db.add(link)
    db.flush()
    return token


def carry(db: Session, token: str, device: Device, *, now: datetime) -> SignedIn | Failure:
    """Sign this browser in by a link; the one it came from stays signed in.

    A second factor that was shown there need not be shown again.
    """
    wanted = select(CarryLink).where(CarryLink.token_sha256 == digest(token)).with_for_update()
    link = db.scalar(wanted.execution_options(populate_existing=True))
    if link is None:
        return outcomes.NO_LINK
    if link.used_at:
        return outcomes.USED_LINK
    origin = db.get_one(SignInSession, link.session_id)
    account = db.get_one(Account, origin.account_id)
    is_over = origin.ended_at or account.closed_at or origin.expires_at <= now
    if now >= link.expires_at or is_over:
        return outcomes.OLD_LINK
    link.used_at = now
    is_proved = origin.proved_at is not None
    new = open_session(db, account, now=now, device=device, is_proved=is_proved)
    owner = Actor(account.person_id, origin=device.network)
    audit.record(db, owner, "account.carried", "account", account.id, now=now)
    return SignedIn(account.id, new)
