"""Carry a sign-in from one browser to another: by a link good for a minute, and once."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.accounts.models import CarryLink
from elearn.accounts.queries import Carried, carried_by, digest
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


def standing_link(db: Session, token: str, *, now: datetime) -> Carried | Failure:
    """Return whom a link carries, or why it carries nobody; nothing is used up."""
    carried = carried_by(db, token)
    if carried is None:
        return outcomes.NO_LINK
    if carried.link.used_at:
        return outcomes.USED_LINK
    return carried if carried.holds_at(now) else outcomes.OLD_LINK


def carry(db: Session, token: str, device: Device, *, now: datetime) -> SignedIn | Failure:
    """Sign this browser in by a link; the one it came from stays signed in.

    A second factor that was shown there need not be shown again.
    """
    carried = standing_link(db, token, now=now)
    if isinstance(carried, Failure):
        return carried
    if not _use_up(db, carried.link, now):
        return outcomes.USED_LINK
    account, is_proved = carried.account, carried.origin.proved_at is not None
    new = open_session(db, account, now=now, device=device, is_proved=is_proved)
    owner = Actor(account.person_id, origin=device.network)
    audit.record(db, owner, "account.carried", "account", account.id, now=now)
    return SignedIn(account.id, new)


def _use_up(db: Session, link: CarryLink, now: datetime) -> bool:
    """Take a link for this browser; of two presses at once one gets it."""
    unused = (CarryLink.id == link.id) & CarryLink.used_at.is_(None)
    took = update(CarryLink).where(unused).values(used_at=now).returning(CarryLink.id)
    return db.scalar(took) is not None
