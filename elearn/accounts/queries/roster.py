"""Who holds a post where today, by account: whom to give one, whom to print a slip."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from elearn import areas, people
from elearn.accounts.models import Account
from elearn.accounts.queries.handing_out import HandOut, is_due


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person in post who has no account: her name, and the area of her first post."""

    person_id: int
    full_name: str
    area_id: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person in post with her account, as her slip tells of her."""

    account_id: int
    user_name: str
    person_id: int
    full_name: str
    post: str
    unit_id: int
    unit: str
    area_id: int


def held_on(day: date) -> Select[Any]:
    """Return the posts held on the day with the areas their units stand in, to be narrowed."""
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    stands = and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(day))
    there = and_(version.area_id == place.area_id, version.is_current(), version.valid_on(day))
    return (
        select(tenure.id)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(people.OrgUnit, people.OrgUnit.id == tenure.org_unit_id)
        .join(place, stands)
        .join(version, there)
        .where(tenure.is_current(), tenure.valid_on(day))
    )


def newcomers(db: Session, path: str, posts: Collection[str], *, day: date) -> Sequence[Newcomer]:
    """Return who holds one of the posts below a path and has no account; one query.

    In the order of given names, each human being once, by the first of her posts.
    """
    whole, entry = aliased(people.Person), aliased(people.Person)
    has_one = select(func.coalesce(entry.same_as_id, entry.id)).join(
        Account, Account.person_id == entry.id
    )
    found = (
        held_on(day)
        .with_only_columns(whole.id, whole.full_name, people.OrgUnitPlace.area_id)
        .join(whole, whole.id == people.canonical_id())
        .where(areas.below([path]), people.Tenure.post_key.in_(posts), whole.id.not_in(has_one))
        .order_by(whole.sort_key, whole.id, people.Post.rank, people.Tenure.id)
    )
    first = {row[0]: Newcomer(*row) for row in reversed(db.execute(found).all())}
    return list(reversed(first.values()))


def waiting_in(db: Session, area_id: int, hand_out: HandOut) -> Sequence[Waiting]:
    """Return who in an area itself is due a slip, by branch and given name; one query.

    A code that still holds is left alone; one made before a moment, if one is named, is not.
    """
    there = people.OrgUnitPlace.area_id == area_id
    due = _told(hand_out.day).where(there, is_due(hand_out))
    return _first_of_each(db, due)


def posts_told(db: Session, account_id: int, *, day: date) -> Waiting | None:
    """Return the owner of an account by the first of her posts, if she holds any; one query."""
    return next(iter(_first_of_each(db, _told(day).where(Account.id == account_id))), None)


def _told(day: date) -> Select[Any]:
    return (
        with_accounts(held_on(day))
        .with_only_columns(Account.id, Account.user_name, people.Person.id)
        .add_columns(people.Person.full_name, people.Post.name, people.OrgUnit.id)
        .add_columns(people.OrgUnit.name, people.OrgUnitPlace.area_id)
        .order_by(people.OrgUnit.name, people.OrgUnit.id, people.Person.sort_key, Account.id)
        .order_by(people.Post.rank)
    )


def _first_of_each(db: Session, found: Select[Any]) -> list[Waiting]:
    first = {row[0]: Waiting(*row) for row in reversed(db.execute(found).all())}
    return list(reversed(first.values()))


def waiting_below(db: Session, path: str, hand_out: HandOut) -> Sequence[tuple[int, str, int]]:
    """Return the areas below a path where slips are due, with their names and how many; one query.

    In the order of the tree: a province's own bodies first, then its communes by the alphabet.
    """
    version, day = areas.AreaVersion, hand_out.day
    each = (
        with_accounts(held_on(day))
        .with_only_columns(version.area_id, version.full_name, Account.id)
        .where(areas.below([path]), is_due(hand_out))
        .distinct()
        .subquery()
    )
    counted = (
        select(each.c.area_id, each.c.full_name, func.count())
        .join(version, version.area_id == each.c.area_id)
        .where(version.is_current(), version.valid_on(day))
        .group_by(each.c.area_id, each.c.full_name, version.parent_id, version.sort_key)
        .order_by(func.coalesce(version.parent_id, 0), version.sort_key, each.c.area_id)
    )
    return [(key, name, count) for key, name, count in db.execute(counted)]


def with_accounts(found: Select[Any]) -> Select[Any]:
    """Return the posts with the accounts of those who hold them, under any of their entries."""
    entry, whole = aliased(people.Person), people.canonical_id()
    hers = or_(entry.id == whole, entry.same_as_id == whole)
    return found.join(entry, hers).join(Account, Account.person_id == entry.id)


def posts_to_give(db: Session, paths: Iterable[str], *, day: date) -> list[tuple[str, str]]:
    """Return the posts that somebody holds below the paths, by key and name; one query."""
    post = people.Post
    held = held_on(day).with_only_columns(post.key, post.name, post.rank).distinct()
    posts = held.where(areas.below(paths)).order_by(post.rank)
    return [(key, name) for key, name, _ in db.execute(posts)]
