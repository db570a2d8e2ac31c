"""What people ask to have corrected: who may see a request and who may answer it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from elearn.access import Actor
from elearn.errors import NotFound
from elearn.people.models import CorrectionRequest, Person
from elearn.people.queries.deciding import DECIDING, may_decide_person
from elearn.people.queries.persons import entry_ids, nobody, person_by_id
from elearn.people.queries.sight import may_see, visible_to
from elearn.people.rules import CorrectionState
from elearn.text import msg

PAGE = 30
R = CorrectionRequest


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """One page of requests, those that wait the longest first, and from where the next begins."""

    rows: Sequence[CorrectionRequest]
    next_after: int | None


def corrections_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition that a request is one's own, or about somebody one may see.

    It is asked of the persons of requests, never of everybody.
    """
    whom = select(Person.id).where(Person.id == R.person_id)
    about = exists(whom.where(visible_to(db, actor)).correlate(R))
    if actor.person_id is None:
        return about
    own = entry_ids(actor.person_id)
    return or_(R.person_id.in_(own), R.asked_by_id.in_(own), about)


def person_asked_about(db: Session, actor: Actor, person_id: int) -> Person:
    """Return the person, if the actor may ask for a correction: she herself, or who administers.

    :raise NotFound: if there is none, and equally if it is not the actor's to ask.
    """
    person = person_by_id(db, person_id)
    if _is_oneself(db, actor, person) or (actor.has(*DECIDING) and may_see(db, actor, person)):
        return person
    raise nobody()


def _is_oneself(db: Session, actor: Actor, person: Person) -> bool:
    if actor.person_id is None:
        return False
    own = select(Person.id).where(Person.id == person.id, Person.id.in_(entry_ids(actor.person_id)))
    return db.scalar(own) is not None


def may_answer(db: Session, actor: Actor, request: CorrectionRequest) -> bool:
    """Return whether the actor administers the place of whom the request is about."""
    return may_decide_person(db, actor, request.person)


def correction_seen_by(db: Session, actor: Actor, request_id: int) -> CorrectionRequest:
    """Return the request.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = select(R).where(R.id == request_id, corrections_visible_to(db, actor))
    request = db.scalar(found.options(joinedload(R.person), joinedload(R.asked_by)))
    if request is None:
        raise NotFound(msg("Không có yêu cầu này trong phạm vi anh/chị được xem."))
    return request


def corrections_for(
    db: Session,
    actor: Actor,
    *,
    state: CorrectionState = CorrectionState.WAITING,
    after: int | None = None,
) -> CorrectionPage:
    """Return a page of the requests the actor may see; a bounded number of queries.

    What waits comes in the order it was asked, what was answered the latest first.
    """
    waits = state is CorrectionState.WAITING
    found = select(R).where(R.state == state, corrections_visible_to(db, actor))
    if after is not None:
        found = found.where(R.id > after if waits else R.id < after)
    found = found.options(joinedload(R.person), joinedload(R.asked_by))
    rows = db.scalars(found.order_by(R.id if waits else R.id.desc()).limit(PAGE + 1)).all()
    return CorrectionPage(rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None)
