"""Entering persons, and mending what is written of them."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.people.models import Person
from elearn.people.rules import NewPerson
from elearn.people.service.listing import list_entered, refresh


def add_person(db: Session, actor: Actor, new: NewPerson, *, now: datetime) -> Person:
    """Enter a person, her name as she writes it.

    :raise InvalidInput: if the name is missing, or the telephone or the year cannot be.
    """
    new.refuse_unborn(clock.day_of(now))
    person = Person(**new.columns)
    db.add(person)
    db.flush()
    list_entered(db, person)
    audit.record(db, actor, "add", "person", person.id, now=now)
    return person


def edit_person(
    db: Session, actor: Actor, person: Person, told: NewPerson, *, now: datetime
) -> tuple[str, ...]:
    """Write down what a person's entry should say, and return the names of what has changed.

    What stood there before is kept as personal values of the audit, which may be erased.

    :raise InvalidInput: if the name is missing, or the telephone or the year cannot be.
    """
    told.refuse_unborn(clock.day_of(now))
    new = told.columns
    before = {name: getattr(person, name) for name in new if getattr(person, name) != new[name]}
    fields = tuple(name for name in before if name not in ("name_folded", "sort_key"))
    for name in before:
        setattr(person, name, new[name])
    db.flush()
    refresh(db, [person.id])
    if fields:
        personal = {name: str(before[name]) for name in fields if before[name] is not None}
        details = {"fields": sorted(fields)}
        audit.record(
            db, actor, "edit", "person", person.id, now=now, details=details, personal=personal
        )
    return fields
