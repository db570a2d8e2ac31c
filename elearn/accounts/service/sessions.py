"""Open and end the sign-in sessions of devices."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import Session

from elearn import clock
from elearn.accounts.models import Account, SignInSession
from elearn.accounts.queries import digest
from elearn.accounts.reader import rule_on


@dataclass(frozen=True, slots=True)
class Device:
    """Where a request comes from, as far as it is kept."""

    network: str
    user_agent: str


UNKNOWN_DEVICE = Device(network="", user_agent="")


def open_session(
    db: Session,
    account: Account,
    *,
    now: datetime,
    device: Device = UNKNOWN_DEVICE,
    is_proved: bool = True,
) -> str:
    """Sign an account in on a device; return the new token, which is told once and not kept.

    Whoever calls has made sure who it is: by a password alone, if it is not proved.
    """
    token = token_urlsafe(32)
    days = rule_on(clock.day_of(now)).session_days
    db.add(
        SignInSession(
            token_sha256=digest(token),
            account_id=account.id,
            opened_at=now,
            proved_at=now if is_proved else None,
            expires_at=now + timedelta(days=days),
            user_agent=device.user_agent[:200],
            network=device.network,
        )
    )
    db.flush()
    return token


def sign_out(db: Session, token: str, *, now: datetime) -> None:
    """End the session of a token; nothing happens if it has ended already."""
    _end(db, SignInSession.token_sha256 == digest(token), now=now)


def end_session(db: Session, account_id: int, session_id: int, *, now: datetime) -> None:
    """End one of an account's own sessions; another account's is left alone."""
    own = (SignInSession.account_id == account_id) & (SignInSession.id == session_id)
    _end(db, own, now=now)


def end_sessions(db: Session, account_id: int, *, but: int | None = None, now: datetime) -> None:
    """End every session of an account, save the one it is asked from."""
    own = SignInSession.account_id == account_id
    _end(db, own if but is None else own & (SignInSession.id != but), now=now)


def _end(db: Session, which: ColumnElement[bool], *, now: datetime) -> None:
    db.execute(
        update(SignInSession).where(which, SignInSession.ended_at.is_(None)).values(ended_at=now)
    )
