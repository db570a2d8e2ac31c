"""Whose signals an actor may see and judge: those about people of her area, never her own."""

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.access import Actor, Role
from elearn.errors import NotFound
from elearn.learning.signals.models import Signal, SignalPerson
from elearn.people import Person
from elearn.text import msg

JUDGING = (Role.ADMINISTRATOR, Role.CENTRAL)


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Signal` that the actor may see it; two queries to make it.

    It is about somebody she may see by a role, and not about herself.
    """
    about = (
        select(SignalPerson.signal_id)
        .join(Person, Person.id == SignalPerson.person_id)
        .where(SignalPerson.signal_id == Signal.id)
        .correlate(Signal)
    )
    seen = exists(about.where(people.visible_to(db, actor)))
    if actor.person_id is None:
        return seen
    return and_(seen, ~exists(about.where(Person.id.in_(people.entry_ids(actor.person_id)))))


def signal_seen_by(db: Session, actor: Actor, signal_id: int) -> Signal:
    """Return the signal.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    signal = db.scalar(select(Signal).where(Signal.id == signal_id, visible_to(db, actor)))
    if signal is None:
        raise NotFound(msg("Không có dấu hiệu này trong phạm vi anh/chị được xem."))
    return signal


def may_judge(db: Session, actor: Actor, signal: Signal) -> bool:
    """Return whether the actor administers the place of somebody it is about."""
    grants = tuple(one for one in actor.as_decider().grants if one.role in JUDGING)
    deciding = Actor(actor.person_id, grants)
    if not grants:
        return False
    found = select(Signal.id).where(Signal.id == signal.id, visible_to(db, deciding))
    return db.scalar(found) is not None
