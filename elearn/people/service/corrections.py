"""Corrections: asked for by whom they concern, applied or refused by who administers her place."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.people.models import CorrectionRequest, Person
from elearn.people.queries.corrections import correction_seen_by, may_answer, person_asked_about
from elearn.people.rules import (
    UNBORN,
    CorrectedField,
    CorrectionState,
    NewPerson,
    read_correction,
)
from elearn.people.service.persons import edit_person
from elearn.text import msg, nfc

_LONGEST = 500
_EXAMPLES = {
    CorrectedField.FULL_NAME: msg("Ghi họ và tên đúng như trên giấy tờ."),
    CorrectedField.BIRTH: msg("Viết như 05/3/1979, hoặc chỉ năm sinh: 1979."),
    CorrectedField.GENDER: msg("Ghi “nữ” hoặc “nam”."),
    CorrectedField.PHONE: msg("Số điện thoại gồm 9 đến 11 chữ số, bắt đầu bằng 0."),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wrong, how it should read, and what else there is to say."""

    field: CorrectedField
    wanted: str
    note: str = ""


def ask_correction(
    db: Session, actor: Actor, person_id: int, wanted: Wanted, *, now: datetime
) -> CorrectionRequest:
    """Ask to have a person's record put right; asking the same while it waits changes nothing.

    :raise NotFound: if it is neither one's own record nor of somebody one answers for.
    :raise InvalidInput: if nothing is said, or it cannot be read as such a thing.
    """
    person = person_asked_about(db, actor, person_id)
    said = nfc(wanted.wanted)
    _check(wanted.field, said, clock.day_of(now))
    if (there := db.scalar(_same(person, wanted.field, said))) is not None:
        return there
    request = CorrectionRequest(
        person_id=person.id,
        field=wanted.field,
        wanted=said,
        note=nfc(wanted.note)[:_LONGEST],
        asked_by_id=actor.person_id,
        asked_at=now,
    )
    db.add(request)
    db.flush()
    told = {"field": wanted.field.value}
    audit.record(db, actor, "ask", "correction_request", request.id, now=now, details=told)
    changed(db, "correction", request.id, now=now)
    return request


def _check(field: CorrectedField, said: str, today: date) -> None:
    if not said:
        raise InvalidInput(wanted=msg("Ghi thông tin đúng là gì."))
    if len(said) > _LONGEST:
        raise InvalidInput(wanted=msg("Dài nhất 500 ký tự."))
    columns = read_correction(field, said)
    if field in _EXAMPLES and columns is None:
        raise InvalidInput(wanted=_EXAMPLES[field])
    if field is CorrectedField.BIRTH and columns is not None:
        _refuse_unborn(columns, today)


def _refuse_unborn(columns: dict[str, Any], today: date) -> None:
    if columns["birth_year"] > today.year or (columns["born_on"] or today) > today:
        raise InvalidInput(wanted=UNBORN)


def _same(person: Person, field: CorrectedField, said: str) -> Select[CorrectionRequest]:
    return select(CorrectionRequest).where(
        CorrectionRequest.person_id == person.id,
        CorrectionRequest.field == field,
        CorrectionRequest.wanted == said,
        CorrectionRequest.state == CorrectionState.WAITING,
    )


def apply_correction(
    db: Session, actor: Actor, request_id: int, answer: str = "", *, now: datetime
) -> CorrectionRequest:
    """Write what is wanted into the person's entry; what stood there is kept by the audit.

    What has no field of its own was put right elsewhere, and the answer says how.

    :raise NotFound: if the actor may not know of the request.
    :raise Forbidden: if she does not administer that place.
    :raise Conflict: if it was answered meanwhile.
    :raise InvalidInput: if it has no field of its own and nothing is answered.
    """
    request = _held(db, actor, request_id)
    if request.field is CorrectedField.OTHER and not nfc(answer):
        raise InvalidInput(answer=msg("Ghi đã sửa gì, để người hỏi biết."))
    columns = read_correction(request.field, request.wanted)
    if columns is not None:
        edit_person(db, actor, request.person, _mended(request.person, columns), now=now)
    return _decide(db, actor, request, (CorrectionState.APPLIED, answer), now=now)


def refuse_correction(
    db: Session, actor: Actor, request_id: int, answer: str, *, now: datetime
) -> CorrectionRequest:
    """Leave the record as it is and say why.

    :raise NotFound: if the actor may not know of the request.
    :raise Forbidden: if she does not administer that place.
    :raise Conflict: if it was answered meanwhile.
    :raise InvalidInput: if no reason is given.
    """
    request = _held(db, actor, request_id)
    if not nfc(answer):
        raise InvalidInput(answer=msg("Ghi lý do, để người hỏi biết vì sao."))
    return _decide(db, actor, request, (CorrectionState.REFUSED, answer), now=now)


def _held(db: Session, actor: Actor, request_id: int) -> CorrectionRequest:
    """Return a request that waits, held until the end: of two who answer one comes late."""
    seen = correction_seen_by(db, actor, request_id)
    if not may_answer(db, actor, seen):
        raise Forbidden(msg("Yêu cầu này do người quản trị địa bàn của người đó trả lời."))
    held = select(CorrectionRequest).where(CorrectionRequest.id == seen.id)
    held = held.with_for_update().execution_options(populate_existing=True)
    request = db.scalars(held).one()
    if not request.is_waiting:
        raise Conflict(msg("Yêu cầu này vừa được người khác trả lời."))
    return request


def _mended(person: Person, columns: dict[str, object]) -> NewPerson:
    """Return what the entry says, with what is wanted in its place."""
    fields = ("full_name", "given_name", "born_on", "birth_year", "gender", "phone")
    told = {name: getattr(person, name) for name in fields} | columns
    if "full_name" in columns:
        told["given_name"] = ""
    return NewPerson(**{**told, "phone": told["phone"] or ""})


def _decide(
    db: Session,
    actor: Actor,
    request: CorrectionRequest,
    outcome: tuple[CorrectionState, str],
    *,
    now: datetime,
) -> CorrectionRequest:
    state, answer = outcome
    request.state, request.answer = state, nfc(answer)[:_LONGEST]
    request.decided_by_id, request.decided_at = actor.person_id, now
    db.flush()
    audit.record(
        db,
        actor,
        state.value,
        "correction_request",
        request.id,
        now=now,
        details={"field": request.field.value},
    )
    changed(db, "correction", request.id, now=now)
    return request
