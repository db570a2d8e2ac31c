"""Saying that two entries are one human being, and taking that back exactly."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.people.models import Person, PersonJoin, PersonJoinFollower
from elearn.people.queries.joins import joins_of
from elearn.people.service.holding import hold
from elearn.people.service.listing import refresh
from elearn.text import msg


def merge(db: Session, actor: Actor, person: Person, into: Person, *, now: datetime) -> Person:
    """Say that two entries are one human being, and return the entry that stands for her.

    Nothing is re-pointed: tenures and certificates keep the entry they were written with, and
    later domains group by `canonical_id`. Joining the same two again changes nothing.

    :raise Conflict: if the first entry is joined to somebody else already.
    """
    whole = _held(db, person, into)
    if whole.id in (person.id, person.same_as_id):
        return whole
    if person.same_as_id is not None:
        raise Conflict(msg("Hồ sơ này đã được ghép với một hồ sơ khác."))
    followers = db.scalars(select(Person).where(Person.same_as_id == person.id)).all()
    join = PersonJoin(
        person_id=person.id, whole_id=whole.id, joined_at=now, joined_by_id=actor.person_id
    )
    _write_down(db, join, followers)
    for entry in (person, *followers):
        entry.same_as_id = whole.id
    db.flush()
    refresh(db, [whole.id])
    audit.record(db, actor, "merge", "person", person.id, now=now, details={"same_as": whole.id})
    return whole


def undo_merge(db: Session, actor: Actor, join: PersonJoin, *, now: datetime) -> Person:
    """Part two entries again, each with those it stood for before, and return the one parted.

    :raise Conflict: if it was undone already, or entries were joined to this person since: what
        was joined last is undone first, so that each step restores exactly what was.
    """
    hold(db, join)
    latest = next(iter(joins_of(db, join.person)), None)
    if join.undone_at is not None or latest is None:
        raise Conflict(msg("Lần ghép này đã được bỏ rồi."))
    if latest.id != join.id:
        raise Conflict(msg("Sau lần ghép này còn lần ghép khác; hãy bỏ lần ghép mới nhất trước."))
    follower = select(PersonJoinFollower.person_id).where(PersonJoinFollower.join_id == join.id)
    for entry in db.scalars(select(Person).where(Person.id.in_(follower))):
        entry.same_as_id = join.person_id
    join.person.same_as_id = None
    join.undone_at, join.undone_by_id = now, actor.person_id
    db.flush()
    refresh(db, [join.person_id, join.whole_id])
    details = {"same_as": join.whole_id}
    audit.record(db, actor, "undo_merge", "person", join.person_id, now=now, details=details)
    return join.person


def _held(db: Session, person: Person, into: Person) -> Person:
    """Return the entry that stands for the second, all held: of two who join, one comes second."""
    for entry in sorted((person, into), key=lambda one: one.id):
        hold(db, entry)
    whole = into
    while whole.same_as_id is not None:
        whole = db.get_one(Person, whole.same_as_id)
        hold(db, whole)
    return whole


def _write_down(db: Session, join: PersonJoin, followers: Sequence[Person]) -> None:
    db.add(join)
    db.flush()
    db.add_all(PersonJoinFollower(join_id=join.id, person_id=who.id) for who in followers)
    db.flush()
