"""Who may see an external record, and who may decide upon it, side by side."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.learning.models import ExternalRecord
from elearn.text import msg

R = ExternalRecord


def records_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a record is one's own, or about somebody one may see.

    It is asked of the persons of records, never of everybody.
    """
    whom = select(people.Person.id).where(people.Person.id == R.person_id)
    about = exists(whom.where(people.visible_to(db, actor)).correlate(R))
    return about if actor.person_id is None else or_(is_first(actor.person_id), about)


def is_first(person_id: int) -> ColumnElement[bool]:
    """Return the condition that a record is about a person, or that she entered it."""
    own = people.entry_ids(person_id)
    return or_(R.person_id.in_(own), R.entered_by_id.in_(own))


def is_others(person_id: int) -> ColumnElement[bool]:
    """Return the condition that a record is about somebody else, and entered by somebody else."""
    own = people.entry_ids(person_id)
    entered = or_(R.entered_by_id.is_(None), R.entered_by_id.not_in(own))
    return R.person_id.not_in(own) & entered


def record_seen_by(db: Session, actor: Actor, record_id: int) -> ExternalRecord:
    """Return the record.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    record = db.scalar(select(R).where(R.id == record_id, records_visible_to(db, actor)))
    if record is None:
        raise NotFound(msg("Không có giấy này trong phạm vi anh/chị được xem."))
    return record


def decidable(db: Session, actor: Actor, records: Collection[ExternalRecord]) -> set[int]:
    """Return which of the records the actor may decide upon, as the second person.

    She administers the place of whom a record is about, and is neither that person nor the one who
    entered it, under whatever entry.
    """
    if not records:
        return set()
    over = people.decided_persons(db, actor, {one.person_id for one in records})
    mine = _first(db, actor, [one.id for one in records])
    return {one.id for one in records if one.person_id in over and one.id not in mine}


def may_decide(db: Session, actor: Actor, record: ExternalRecord) -> bool:
    """Return whether the actor may decide upon this record."""
    return record.id in decidable(db, actor, [record])


def is_hers(db: Session, actor: Actor, record: ExternalRecord) -> bool:
    """Return whether the record is about the actor, or was entered by her."""
    return bool(_first(db, actor, [record.id]))


def _first(db: Session, actor: Actor, record_ids: Collection[int]) -> set[int]:
    if actor.person_id is None:
        return set()
    found = select(R.id).where(R.id.in_(record_ids), is_first(actor.person_id))
    return set(db.scalars(found))
