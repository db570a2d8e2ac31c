"""Whom a leader may mark: who held a post that day in a unit of the area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from elearn import people
from elearn.learning.viewings.models import SharedViewing


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody of the roster, by the entry that stands for her, and what she is there."""

    person_id: int
    name: str
    post: str
    org_unit: str


def roster(db: Session, area_id: int, day: date, *, besides: int) -> Sequence[Sitter]:
    """Return who held a post that day in a unit standing in the very area, without one person.

    They stand in the order of given names, each once; one query.
    """
    whole, tenure, place = aliased(people.Person), people.Tenure, people.OrgUnitPlace
    rows = db.execute(
        select(whole.id, whole.full_name, people.Post.name, people.OrgUnit.name)
        .select_from(tenure)
        .join(place, place.org_unit_id == tenure.org_unit_id)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(whole, whole.id == people.canonical_id())
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(people.OrgUnit, people.OrgUnit.id == tenure.org_unit_id)
        .where(place.area_id == area_id, place.valid_on(day))
        .where(tenure.valid_on(day), tenure.is_current())
        .where(whole.id.not_in(people.entry_ids(besides)))
        .order_by(whole.sort_key, whole.id, people.Post.rank)
    )
    found: dict[int, Sitter] = {}
    for row in rows:
        found.setdefault(row[0], Sitter(*row))
    return tuple(found.values())


def roster_of(db: Session, viewing: SharedViewing, day: date) -> Sequence[Sitter]:
    """Return whom the leader of a viewing that was opened on the day may mark."""
    return roster(db, viewing.area_id, day, besides=viewing.led_by_id)
