"""Requests to be forgotten: one's own, and those that wait for the centre."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.home.privacy.models import ErasureRequest, ErasureState
from elearn.people import Person
from elearn.text import msg

PAGE = 50


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One page of requests, and the request after which the next begins, if there is more."""

    rows: Sequence[ErasureRequest]
    next_after: int | None


def own_ids(db: Session, person_id: int) -> list[int]:
    """Return the keys of all entries of a person, the one that stands for her first."""
    entries = people.entries_of(db, people.person_by_id(db, person_id))
    return [entry.id for entry in entries]


def open_request(db: Session, person_id: int) -> ErasureRequest | None:
    """Return the request of a person that waits, under whichever of her keys she asked."""
    hers = ErasureRequest.person_id.in_(people.entry_ids(person_id))
    waiting = ErasureRequest.state == ErasureState.WAITING
    return db.scalar(select(ErasureRequest).where(hers, waiting).limit(1))


def request_page(db: Session, actor: Actor, *, after: int | None = None) -> RequestPage:
    """Return the requests that wait, the oldest first, of the people one may see."""
    request = ErasureRequest
    found = (
        select(request)
        .join(Person, Person.id == request.person_id)
        .where(request.state == ErasureState.WAITING, people.visible_to(db, actor))
        .where(request.id > (after or 0))
        .options(joinedload(request.person))
        .order_by(request.id)
    )
    rows = db.scalars(found.limit(PAGE + 1)).all()
    return RequestPage(rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None)


def request_seen_by(db: Session, actor: Actor, request_id: int) -> ErasureRequest:
    """Return the request.

    :raise NotFound: if there is none, and equally if the actor may not know of the person.
    """
    request = db.get(ErasureRequest, request_id)
    if request is None or not people.may_see(db, actor, request.person):
        raise NotFound(msg("Không có đề nghị này trong phạm vi anh/chị được xem."))
    return request
