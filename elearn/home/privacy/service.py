"""Asking to be forgotten, answering, and forgetting."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor, Role
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.home.privacy.gathering import erase
from elearn.home.privacy.models import ErasureRequest, ErasureState
from elearn.home.privacy.queries import open_request
from elearn.people import Person
from elearn.personal import Erasure
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class Certainty:
    """What must be given to forget somebody: her name typed again, and the installation's key."""

    typed: str
    secret_key: str = field(repr=False)


def ask(db: Session, actor: Actor, person_id: int, *, now: datetime) -> ErasureRequest:
    """Ask, for oneself, to be forgotten; asking again while it waits changes nothing."""
    if waiting := open_request(db, person_id):
        return waiting
    request = ErasureRequest(person_id=person_id, state=ErasureState.WAITING, asked_at=now)
    db.add(request)
    db.flush()
    audit.record(db, actor, "ask", "erasure_request", request.id, now=now)
    return request


def withdraw(db: Session, actor: Actor, person_id: int, *, now: datetime) -> None:
    """Take back what one asked; nothing happens if nothing waits."""
    if waiting := open_request(db, person_id):
        _answer(waiting, actor, ErasureState.WITHDRAWN, now)
        db.flush()
        audit.record(db, actor, "withdraw", "erasure_request", waiting.id, now=now)


def refuse(
    db: Session, actor: Actor, request_id: int, reason: str, *, now: datetime
) -> ErasureRequest:
    """Answer that nothing is erased, and why.

    :raise Forbidden: if the actor does not answer for the whole country.
    :raise InvalidInput: if no reason is given.
    :raise Conflict: if it was answered or withdrawn meanwhile.
    """
    _refuse_others(actor)
    if not (why := nfc(reason)):
        raise InvalidInput(reason=msg("Ghi lý do, một câu là đủ."))
    request = _held(db, request_id)
    _answer(request, actor, ErasureState.REFUSED, now)
    request.answer = why
    db.flush()
    audit.record(db, actor, "refuse", "erasure_request", request.id, now=now)
    return request


def forget(db: Session, actor: Actor, person: Person, certain: Certainty, *, now: datetime) -> None:
    """Erase who a person is, from all her entries, once her name was typed again.

    Her posts and training turns stay and count without a name; what was issued to her stays in the
    register. Nothing of it can be undone.

    :raise Forbidden: if the actor does not answer for the whole country.
    :raise InvalidInput: if what was typed is not her name.
    :raise Conflict: if she was forgotten already.
    """
    _refuse_others(actor)
    if person.full_name == people.personal.FORGOTTEN:
        raise Conflict(msg("Dữ liệu cá nhân của người này đã được xóa."))
    if nfc(certain.typed) != person.full_name:
        raise InvalidInput(full_name=msg("Chưa đúng họ và tên đang ghi trong hồ sơ."))
    entries = people.entries_of(db, person)
    keys = frozenset(entry.id for entry in entries)
    whole = person.same_as_id or person.id
    erase(db, Erasure(actor, keys, now, certain.secret_key))
    audit.record(db, actor, "forget", "person", whole, now=now)


def forget_asked(
    db: Session, actor: Actor, request_id: int, certain: Certainty, *, now: datetime
) -> None:
    """Forget the person who asked for it, as `forget` does.

    :raise Conflict: if it was answered or withdrawn meanwhile.
    """
    _refuse_others(actor)
    held = _held(db, request_id)
    forget(db, actor, held.person, certain, now=now)


def _refuse_others(actor: Actor) -> None:
    if not actor.has(Role.CENTRAL):
        raise Forbidden(msg("Chỉ quản trị trung ương quyết định việc xóa dữ liệu cá nhân."))


def _held(db: Session, request_id: int) -> ErasureRequest:
    """Return a request that waits, held until the end of the transaction."""
    found = select(ErasureRequest).where(ErasureRequest.id == request_id).with_for_update()
    request = db.scalars(found.execution_options(populate_existing=True)).one()
    if request.state is not ErasureState.WAITING:
        raise Conflict(msg("Đề nghị này đã được trả lời hoặc đã rút."))
    return request


def _answer(request: ErasureRequest, actor: Actor, state: ErasureState, now: datetime) -> None:
    request.state, request.decided_at, request.decided_by_id = state, now, actor.person_id
