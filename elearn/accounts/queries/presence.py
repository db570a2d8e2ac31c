"""Who is at the other end of a token, with what she may do today: one query a request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Date,
    Row,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from elearn import areas, clock, people
from elearn.access import Actor, Grant
from elearn.accounts.models import Account, RoleGrant, SecondFactor, SignInSession
from elearn.accounts.reader import role_rule_on
from elearn.accounts.rules import Need
from elearn.db import UtcDateTime


class Owed(StrEnum):
    """What a device still has to show: a code of the second factor, or a first one to set it up."""

    CODE = "code"
    SET_UP = "set up"


@dataclass(frozen=True, slots=True)
class Presence:
    """A person signed in on one device, with the grants that hold today.

    While a device owes something, it is known who is there and none of her grants is in force.
    """

    session_id: int
    account_id: int
    user_name: str
    person_id: int
    full_name: str
    gender: people.Gender | None
    actor: Actor
    owes: Owed | None = None


def digest(token: str) -> str:
    """Return what the table holds in place of a token."""
    return sha256(token.encode()).hexdigest()


def presence_of(db: Session, token: str, *, now: datetime) -> Presence | None:
    """Return who is signed in by this token, or nobody if it ended, ran out or was never given.

    One query; four more for each grant over an area that is no more, which reaches its heirs.
    """
    today = clock.day_of(now)
    asked = {"token_sha256": digest(token), "now": now, "today": today}
    rows = db.execute(_presence(), asked).all()
    return _present(rows[0], tuple(_grants(db, rows, today)), today) if rows else None


def _grants(db: Session, rows: Sequence[Row[Any]], today: date) -> Iterator[Grant]:
    """Yield what was granted; a right over a commune may be one to propose only."""
    rule = role_rule_on(today)
    for row in rows:
        if row.area_id is None:  # Nothing was granted, or the unit followed stands nowhere.
            continue
        paths = (row.path,) if row.path else areas.heirs_of(db, row.area_id, today)
        proposes = rule.only_proposes(row.role, row.level)
        ended = None if row.path else row.area_id
        for path in paths:
            yield Grant(row.role, path, row.valid_from, row.valid_to, proposes, ended)


def _present(row: Row[Any], grants: tuple[Grant, ...], today: date) -> Presence:
    owed = _owed(row, grants, today)
    return Presence(
        session_id=row.id,
        account_id=row.account_id,
        user_name=row.user_name,
        person_id=row.person_id,
        full_name=row.full_name,
        gender=row.gender,
        actor=Actor(row.person_id, () if owed else grants),
        owes=owed,
    )


def _owed(row: Row[Any], grants: tuple[Grant, ...], today: date) -> Owed | None:
    if row.proved_at:
        return None
    if row.confirmed_at:
        return Owed.CODE
    need = role_rule_on(today).need_of([grant.role for grant in grants])
    return Owed.SET_UP if need is Need.REQUIRED else None


@cache
def _presence() -> Select[Any]:
    """Return the query, put together once: every report of every player asks it."""
    now = bindparam("now", type_=UtcDateTime())
    today = cast("date", bindparam("today", type_=Date()))
    version, place = areas.AreaVersion, people.OrgUnitPlace
    over, stands, there = _reached(today)
    return (
        select(SignInSession.id, SignInSession.account_id, SignInSession.proved_at)
        .add_columns(SecondFactor.confirmed_at)
        .add_columns(Account.user_name, Account.person_id)
        .add_columns(people.Person.full_name, people.Person.gender)
        .add_columns(RoleGrant.role, RoleGrant.valid_from, RoleGrant.valid_to)
        .add_columns(over.label("area_id"), areas.Area.level, version.path)
        .join(Account, Account.id == SignInSession.account_id)
        .join(people.Person, people.Person.id == Account.person_id)
        .outerjoin(SecondFactor, SecondFactor.account_id == Account.id)
        .outerjoin(RoleGrant, and_(RoleGrant.person_id == Account.person_id, *_in_force(today)))
        .outerjoin(place, stands)
        .outerjoin(areas.Area, areas.Area.id == over)
        .outerjoin(version, there)
        .where(
            SignInSession.token_sha256 == bindparam("token_sha256"),
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > now,
            Account.closed_at.is_(None),
        )
        .order_by(RoleGrant.id)
    )


def grants_held(db: Session, person_id: int, day: date) -> Iterator[Grant]:
    """Yield what is in force of what somebody was granted, whether or not she is signed in."""
    over, stands, there = _reached(day)
    held = (
        select(RoleGrant.role, RoleGrant.valid_from, RoleGrant.valid_to)
        .add_columns(over.label("area_id"), areas.Area.level, areas.AreaVersion.path)
        .join(people.Person, people.Person.id == RoleGrant.person_id)
        .outerjoin(people.OrgUnitPlace, stands)
        .outerjoin(areas.Area, areas.Area.id == over)
        .outerjoin(areas.AreaVersion, there)
        .where(RoleGrant.person_id.in_(people.entry_ids(person_id)), *_in_force(day))
    )
    return _grants(db, db.execute(held).all(), day)


def _reached(
    day: date,
) -> tuple[ColumnElement[int], ColumnElement[bool], ColumnElement[bool]]:
    """Return over which area a grant holds, and how its unit and that area are joined."""
    version, place = areas.AreaVersion, people.OrgUnitPlace
    over = case((RoleGrant.post_key.is_(None), RoleGrant.area_id), else_=place.area_id)
    stands = and_(place.org_unit_id == RoleGrant.org_unit_id, place.valid_on(day))
    there = and_(version.area_id == over, version.is_current(), version.valid_on(day))
    return over, stands, there


def _in_force(today: date) -> tuple[ColumnElement[bool], ...]:
    held = or_(RoleGrant.post_key.is_(None), holds_post(people.Person, today))
    return RoleGrant.is_current(), RoleGrant.valid_on(today), held


def holds_post(person: type[people.Person], day: date) -> ColumnElement[bool]:
    """Return the condition that a person, in any entry of hers, holds the post a grant follows."""
    tenure, entry = people.Tenure, aliased(people.Person)
    whole = func.coalesce(person.same_as_id, person.id)
    return exists(
        select(tenure.id)
        .join(entry, entry.id == tenure.person_id)
        .where(tenure.org_unit_id == RoleGrant.org_unit_id, tenure.post_key == RoleGrant.post_key)
        .where(tenure.is_current(), tenure.valid_on(day))
        .where(func.coalesce(entry.same_as_id, entry.id) == whole)
        .correlate(RoleGrant, person)
    )
