"""Persons by key and by telephone, and the entries that are one human being."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.people.models import Person
from elearn.text import msg, telephone


def person_by_id(db: Session, person_id: int) -> Person:
    """Return the person.

    :raise NotFound: if there is none with this key.
    """
    person = db.get(Person, person_id)
    if person is None:
        raise nobody()
    return person


def nobody() -> NotFound:
    """Return the refusal that tells a stranger no more than that there is nothing to see."""
    return NotFound(msg("Không có hồ sơ này trong phạm vi anh/chị được xem."))


def people_by_phone(db: Session, number: str) -> Sequence[Person]:
    """Return everybody with this telephone number, however it is written; a family may share it."""
    digits = telephone(number)
    if not digits:
        return ()
    found = select(Person).where(Person.phone == digits)
    return db.scalars(found.order_by(Person.sort_key, Person.id)).all()


def canonical_id() -> ColumnElement[int]:
    """Return the key of the entry that stands for a person: group by it, count by it."""
    return func.coalesce(Person.same_as_id, Person.id)


def canonical(db: Session, person: Person) -> Person:
    """Return the entry that stands for this person."""
    return db.get_one(Person, person.same_as_id) if person.same_as_id else person


def entry_ids(person_id: int) -> Select[int]:
    """Return, to be asked within a query, the keys of all entries of one human being."""
    whole = select(canonical_id()).where(Person.id == person_id).scalar_subquery()
    return select(Person.id).where(or_(Person.id == whole, Person.same_as_id == whole))


def wholes_of(db: Session, person_ids: Collection[int]) -> dict[int, int]:
    """Return every entry of these human beings with the entry that stands for it; two queries."""
    own = select(canonical_id()).where(Person.id.in_(person_ids))
    wholes = set(db.scalars(own))
    hers = or_(Person.id.in_(wholes), Person.same_as_id.in_(wholes))
    return dict(db.execute(select(Person.id, canonical_id()).where(hers)).all())


def entries_of(db: Session, person: Person) -> Sequence[Person]:
    """Return all entries of this human being, the one that stands for her first."""
    whole = person.same_as_id or person.id
    found = select(Person).where(or_(Person.id == whole, Person.same_as_id == whole))
    return db.scalars(found.order_by(Person.same_as_id.is_not(None), Person.id)).all()
