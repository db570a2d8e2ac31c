"""Who stands in the system where a file speaks of such posts, and is not in it; nobody is ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, Select, Text, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session

from elearn import clock
from elearn.people.models import ListedTenure, OrgUnit, Person, Post, Tenure
from elearn.people.queries.persons import canonical_id
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.queries.known.asked import asked

PAGE = 50
L = ListedTenure


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody the file leaves out: who she is, and what she holds."""

    person_id: int
    name: str
    post: str
    unit: str


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Some of those the file leaves out, and after whom the next ones come."""

    rows: Sequence[Missing]
    next: int | None


def count_missing(db: Session, batch: RosterBatch) -> int:
    """Return how many people the file leaves out; one query."""
    return db.scalar(select(func.count()).select_from(_left_out(db, batch).subquery())) or 0


def missing_page(db: Session, batch: RosterBatch, after: int = 0) -> MissingPage:
    """Return those the file leaves out in the order of their keys, after one; two queries."""
    left = _left_out(db, batch).where(L.person_id > after).order_by(L.person_id).limit(PAGE + 1)
    keys = list(db.scalars(left))
    held = (
        select(canonical_id().label("whole"), Person.full_name, Post.key, Post.name, OrgUnit.name)
        .join(Tenure, Tenure.person_id == Person.id)
        .join(Post, Post.key == Tenure.post_key)
        .join(OrgUnit, OrgUnit.id == Tenure.org_unit_id)
        .where(or_(Person.id.in_(keys[:PAGE]), Person.same_as_id.in_(keys[:PAGE])))
        .where(Tenure.is_current(), Tenure.valid_on(clock.today()))
        .order_by(Person.same_as_id.is_not(None).desc(), Post.rank.desc())
    )
    told = {
        key: Missing(key, name, post, unit)
        for key, name, post_key, post, unit in db.execute(held)
        if post_key in batch.covers  # Asked of the database, it walks through all their holders.
    }
    rows = [told[key] for key in keys[:PAGE] if key in told]
    return MissingPage(rows, keys[PAGE - 1] if len(keys) > PAGE else None)


def _left_out(db: Session, batch: RosterBatch) -> Select[int]:
    """Return the keys of those who hold a covered post where it is covered, and are not named."""
    is_named = exists().where(RosterRow.person_id == L.person_id, RosterRow.batch_id == batch.id)
    today = clock.today()
    holds = (L.valid_from <= today) & or_(L.valid_to.is_(None), L.valid_to >= today)
    return select(L.person_id).where(_covered(db, batch.covers), holds, ~is_named).distinct()


def _covered(db: Session, covers: Mapping[str, Sequence[int]]) -> ColumnElement[bool]:
    """Return the condition that a post is covered where it is held.

    As pairs, so that the few places are looked up: post by post all its holders were.
    """
    pairs = [(area_id, post) for post, ids in covers.items() for area_id in ids]
    return tuple_(L.spot_id, L.post_key).in_(
        select(*asked(db, {"area": Integer, "post": Text}, pairs))
    )
