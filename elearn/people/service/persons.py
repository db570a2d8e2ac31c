"""Entering persons, and joining two entries of one human being."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.people.models import Person
from elearn.people.rules import NewPerson
from elearn.text import msg


def add_person(db: Session, actor: Actor, new: NewPerson, *, now: datetime) -> Person:
    """Enter a person, her name as she writes it.

    :raise InvalidInput: if the name is missing, or the telephone or the year cannot be.
    """
    person = Person(**new.columns)
    db.add(person)
    db.flush()
    audit.record(db, actor, "add", "person", person.id, now=now)
    return person


def merge(db: Session, actor: Actor, person: Person, into: Person, *, now: datetime) -> Person:
    """Say that two entries are one human being, and return the entry that stands for her.

    Nothing is re-pointed: tenures and certificates keep the entry they were written with, and
    later domains group by `canonical_id`. Joining the same two again changes nothing.

    :raise Conflict: if the first entry is joined to somebody else already.
    """
    whole = db.get_one(Person, into.same_as_id) if into.same_as_id else into
    if whole.id in (person.id, person.same_as_id):
        return whole
    if person.same_as_id is not None:
        raise Conflict(msg("Hồ sơ này đã được ghép với một hồ sơ khác."))
    followers = update(Person).where(Person.same_as_id == person.id)
    db.execute(followers.values(same_as_id=whole.id))
    person.same_as_id = whole.id
    db.flush()
    audit.record(db, actor, "merge", "person", person.id, now=now, details={"same_as": whole.id})
    return whole
