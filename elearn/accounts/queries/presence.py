"""Who is at the other end of a token, with what she may do today: one query a request."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Date, Row, Select, and_, bindparam, select
from sqlalchemy.orm import Session

from elearn import areas, clock, people
from elearn.access import Actor, Grant
from elearn.accounts.models import Account, RoleGrant, SignInSession
from elearn.db import UtcDateTime


@dataclass(frozen=True, slots=True)
class Presence:
    """A person signed in on one device, with the grants that hold today."""

    session_id: int
    account_id: int
    user_name: str
    person_id: int
    full_name: str
    gender: people.Gender | None
    actor: Actor


def digest(token: str) -> str:
    """Return what the table holds in place of a token."""
    return sha256(token.encode()).hexdigest()


def presence_of(db: Session, token: str, *, now: datetime) -> Presence | None:
    """Return who is signed in by this token, or nobody if it ended, ran out or was never given.

    One query. A grant over an area that does not exist today gives nothing.
    """
    asked = {"token_sha256": digest(token), "now": now, "today": clock.day_of(now)}
    rows = db.execute(_presence(), asked).all()
    if not rows:
        return None
    grants = tuple(
        Grant(row.role, row.path, row.valid_from, row.valid_to) for row in rows if row.path
    )
    return _present(rows[0], grants)


def _present(row: Row[Any], grants: tuple[Grant, ...]) -> Presence:
    return Presence(
        session_id=row.id,
        account_id=row.account_id,
        user_name=row.user_name,
        person_id=row.person_id,
        full_name=row.full_name,
        gender=row.gender,
        actor=Actor(row.person_id, grants),
    )


@cache
def _presence() -> Select[Any]:
    """Return the query, put together once: every report of every player asks it."""
    now = bindparam("now", type_=UtcDateTime())
    today = cast("date", bindparam("today", type_=Date()))
    version = areas.AreaVersion
    granted = and_(
        RoleGrant.person_id == Account.person_id,
        RoleGrant.is_current(),
        RoleGrant.valid_on(today),
    )
    placed = and_(
        version.area_id == RoleGrant.area_id, version.is_current(), version.valid_on(today)
    )
    return (
        select(SignInSession.id, SignInSession.account_id, Account.user_name, Account.person_id)
        .add_columns(people.Person.full_name, people.Person.gender)
        .add_columns(RoleGrant.role, RoleGrant.valid_from, RoleGrant.valid_to, version.path)
        .join(Account, Account.id == SignInSession.account_id)
        .join(people.Person, people.Person.id == Account.person_id)
        .outerjoin(RoleGrant, granted)
        .outerjoin(version, placed)
        .where(
            SignInSession.token_sha256 == bindparam("token_sha256"),
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > now,
            Account.closed_at.is_(None),
        )
        .order_by(RoleGrant.id)
    )
