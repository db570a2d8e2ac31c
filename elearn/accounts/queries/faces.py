"""By what people know each other: a name, and the post held today, where."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from elearn import areas, clock, people
from elearn.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Face:
    """The person of an account, and her posts today as a neighbour would tell them."""

    account_id: int
    full_name: str
    posts: tuple[str, ...]


def faces_of(db: Session, account_ids: Collection[int], *, now: datetime) -> list[Face]:
    """Return the persons of these accounts, by given name, in one query; not of closed ones."""
    found: dict[int, tuple[str, list[str]]] = {}
    for key, name, post, unit, place in db.execute(_faces(account_ids, clock.day_of(now))):
        posts = found.setdefault(key, (name, []))[1]
        if post:
            posts.append(_told(post, unit, areas.in_a_sentence(place or "")))
    return [Face(key, name, tuple(posts)) for key, (name, posts) in found.items()]


def _told(post: str, unit: str, place: str) -> str:
    """Return a post with its unit, and with the place unless the unit is named after it."""
    parts = [post, unit] if place in unit else [post, unit, place]
    return ", ".join(parts)


def _faces(account_ids: Collection[int], today: date) -> Select[Any]:
    person, tenure, place = people.Person, people.Tenure, people.OrgUnitPlace
    version = areas.AreaVersion
    held = and_(tenure.person_id == person.id, tenure.is_current(), tenure.valid_on(today))
    stands = and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(today))
    is_there = and_(version.area_id == place.area_id, version.is_current(), version.valid_on(today))
    return (
        select(Account.id, person.full_name, people.Post.name, people.OrgUnit.name)
        .add_columns(version.full_name)
        .join(person, person.id == Account.person_id)
        .outerjoin(tenure, held)
        .outerjoin(people.Post, people.Post.key == tenure.post_key)
        .outerjoin(people.OrgUnit, people.OrgUnit.id == tenure.org_unit_id)
        .outerjoin(place, stands)
        .outerjoin(version, is_there)
        .where(Account.id.in_(account_ids), Account.closed_at.is_(None))
        .order_by(person.sort_key, Account.id, people.Post.rank)
    )
