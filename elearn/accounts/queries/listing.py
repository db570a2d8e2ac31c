"""The list of people and their accounts within an actor's scope, page after page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from elearn import areas, clock, people
from elearn.access import Actor
from elearn.accounts.models import Account, ActivationCode
from elearn.accounts.queries.codes import open_codes
from elearn.text import fold, msg, nfc, telephone

PAGE = 50
THE_COUNTRY = 2  # Slashes in its path.


class Standing(StrEnum):
    """How a person stands with her account."""

    NONE = "none"
    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


STANDING_NAMES = {
    Standing.NONE: msg("Chưa có tài khoản"),
    Standing.WAITING: msg("Chưa vào lần nào"),
    Standing.OPEN: msg("Đang dùng"),
    Standing.CLOSED: msg("Đã đóng"),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to: below a path, how people stand, a part of a name."""

    path: str | None = None
    standing: Standing | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A person, her account if she has one, her posts, and the code that would let her in."""

    person: people.Person
    account: Account | None
    standing: Standing
    terms: tuple[people.Term, ...]
    code: ActivationCode | None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of the list, and the key after which the next begins, if there is more."""

    rows: tuple[Row, ...]
    next_after: int | None


@dataclass(frozen=True, slots=True)
class _More:
    """What is asked once for all people of a page."""

    terms: Mapping[int, Sequence[people.Term]]
    codes: Mapping[int, ActivationCode]
    day: date


_P = people.Person


def accounts_page(
    db: Session, actor: Actor, sought: Sought, *, after: int | None, now: datetime
) -> AccountPage:
    """Return people with their accounts, by given name; at most seven queries.

    Those who hold a post today where the actor sees; without an area also whoever has an account.
    """
    day = clock.day_of(now)
    found = _sought(db, actor, sought, day)
    last = db.get(people.Person, after) if after else None
    if last is not None:
        found = found.where(tuple_(_P.sort_key, _P.id) > (last.sort_key, last.id))
    rows: Sequence[Any] = db.execute(
        found.order_by(_P.sort_key, _P.id, Account.id).limit(PAGE + 1)
    ).all()
    shown = rows[:PAGE]
    terms = people.terms_of(db, [person.id for person, *_ in shown], day=day) if shown else {}
    codes = open_codes(db, [row[1].id for row in shown if row[1]], now=now)
    more = _More(terms, codes, day)
    told = tuple(_row((person, account, how), more) for person, account, how in shown)
    return AccountPage(told, shown[-1][0].id if len(rows) > PAGE else None)


def standings_in(db: Session, actor: Actor, sought: Sought, *, day: date) -> Mapping[Standing, int]:
    """Return how many people stand how; one query and those of the actor's scope."""
    each = _sought(db, actor, Sought(sought.path, text=sought.text), day)
    stand = each.with_only_columns(_standing().label("standing")).subquery()
    counted = select(stand.c.standing, func.count()).group_by(stand.c.standing)
    found = {Standing(name): count for name, count in db.execute(counted)}
    return {standing: found.get(standing, 0) for standing in Standing}


def _sought(
    db: Session, actor: Actor, sought: Sought, day: date
) -> Select[people.Person, Account, str]:
    entry = aliased(people.Person)
    hers = select(entry.id).where(or_(entry.id == _P.id, entry.same_as_id == _P.id))
    owned = Account.person_id.in_(hers.correlate(_P))
    found = select(_P, Account, _standing()).outerjoin(Account, owned)
    found = found.where(_P.same_as_id.is_(None), _within(db, actor, sought.path, day))
    found = found.where(*_matches(sought.text))
    if sought.standing:
        found = found.where(_standing() == sought.standing.value)
    return found


def _within(db: Session, actor: Actor, path: str | None, day: date) -> ColumnElement[bool]:
    if path:
        return and_(people.visible_to(db, actor), _in_post((path,), day))
    anybody = and_(people.visible_to(db, actor), Account.id.is_not(None))
    return or_(_in_post(actor.scopes(*people.SEEING), day), anybody)


def _in_post(paths: Sequence[str], day: date) -> ColumnElement[bool]:
    """Return the condition that she, under any of her entries, holds a post below the paths."""
    entry = aliased(people.Person)
    hers = select(entry.id).where(or_(entry.id == _P.id, entry.same_as_id == _P.id))
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    return exists(
        select(tenure.id)
        .join(place, and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(day)))
        .join(version, version.area_id == place.area_id)
        .where(tenure.person_id.in_(hers.correlate(_P)), tenure.is_current(), tenure.valid_on(day))
        .where(version.is_current(), version.valid_on(day), areas.below(paths))
        .correlate(_P)
    )


def _standing() -> ColumnElement[str]:
    return case(
        (Account.id.is_(None), Standing.NONE.value),
        (Account.closed_at.is_not(None), Standing.CLOSED.value),
        (Account.password_hash.is_(None), Standing.WAITING.value),
        else_=Standing.OPEN.value,
    )


def _matches(text: str) -> Sequence[ColumnElement[bool]]:
    """Return the conditions of a text: parts of a name, the beginning of a user name, a number."""
    folded = fold(nfc(text))
    if not folded:
        return ()
    digits = telephone(text)
    if digits and not any(sign.isalpha() for sign in folded):
        return (_P.phone.contains(digits, autoescape=True),)
    named = and_(*(_P.name_folded.contains(word, autoescape=True) for word in folded.split()))
    return (or_(named, Account.user_name.startswith(folded, autoescape=True)),)


def _row(found: tuple[people.Person, Account | None, str], more: _More) -> Row:
    person, account, standing = found
    held = tuple(t for t in more.terms.get(person.id, ()) if t.is_held_on(more.day))
    code = more.codes.get(account.id) if account else None
    return Row(person, account, Standing(standing), held, code)
