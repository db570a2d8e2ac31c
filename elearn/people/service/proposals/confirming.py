"""Confirming proposals: what is confirmed counts from that moment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput, NotFound, Refusal
from elearn.people.models import Person, Tenure, TenureProposal
from elearn.people.queries.persons import person_by_id
from elearn.people.queries.proposals import (
    decidable_by,
    doubles_of,
)
from elearn.people.queries.sight import may_see
from elearn.people.rules import NewPerson, ProposalKind, ProposalState
from elearn.people.service.persons import add_person
from elearn.people.service.proposals.holding import held, note
from elearn.people.service.tenures import Appointment, Ending, appoint, end_tenure
from elearn.text import Message, msg

#: Who somebody given as new is: an entry there is already, or nobody known.
Known = Mapping[int, int | None]
_NOBODY: Known = MappingProxyType({})
_GONE = {
    ProposalState.REFUSED: msg("Đề nghị này đã được trả lời là không xác nhận."),
    ProposalState.WITHDRAWN: msg("Xã đã rút lại đề nghị này."),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What was confirmed, what had been before, and what stays as it is, with the reason."""

    confirmed: tuple[TenureProposal, ...]
    already: int
    left: tuple[tuple[TenureProposal, Message], ...]


def confirm_proposals(
    db: Session,
    actor: Actor,
    wanted: Collection[int],
    *,
    now: datetime,
    known: Known = _NOBODY,
) -> Settled:
    """Have proposals count from now on, each as far as it still can.

    Whoever confirms a second time, or at the same time, changes nothing. What cannot be any more
    because something changed meanwhile goes on waiting, and the reason is told.

    :raise NotFound: if one of them is not the actor's to decide.
    """
    held_now = _held(db, actor, wanted)
    confirmed, left, already = [], [], 0
    for proposal in held_now:
        if proposal.state is ProposalState.CONFIRMED:
            already += 1
        elif (why := _try(db, actor, proposal, known, now)) is None:
            confirmed.append(proposal)
        else:
            left.append((proposal, why))
    return Settled(tuple(confirmed), already, tuple(left))


def _held(db: Session, actor: Actor, wanted: Collection[int]) -> list[TenureProposal]:
    """Return the proposals as they are now, held until the end, in one order for everybody."""
    found = select(TenureProposal.id).where(TenureProposal.id.in_(wanted), decidable_by(db, actor))
    mine = db.scalars(found.order_by(TenureProposal.id)).all()
    if len(mine) < len(set(wanted)):
        raise NotFound(msg("Có đề nghị không thuộc phạm vi anh/chị xác nhận. Chưa xác nhận gì."))
    return [held(db, one) for one in mine]


def _try(
    db: Session, actor: Actor, proposal: TenureProposal, known: Known, now: datetime
) -> Message | None:
    """Confirm one proposal, and return why not if it cannot be."""
    if proposal.state in _GONE:
        return _GONE[proposal.state]
    try:
        with db.begin_nested():
            _settle(db, actor, proposal, known, now)
    except InvalidInput as refused:
        return next(iter(refused.fields.values()))
    except Refusal as refused:
        return refused.message
    return None


def _settle(
    db: Session, actor: Actor, proposal: TenureProposal, known: Known, now: datetime
) -> None:
    if proposal.kind is ProposalKind.BEGIN:
        result = _begun(db, actor, proposal, known, now)
    else:
        result = _ended(db, actor, proposal, now)
    proposal.state, proposal.result_id = ProposalState.CONFIRMED, result.id
    note(db, actor, proposal, "confirm", now)


def _begun(
    db: Session, actor: Actor, proposal: TenureProposal, known: Known, now: datetime
) -> Tenure:
    person = _who(db, actor, proposal, known, now)
    proposal.person_id = person.id
    new = Appointment(
        person, proposal.post, proposal.org_unit, proposal.day, decision=proposal.decision
    )
    return appoint(db, actor, new, now=now)


def _who(
    db: Session, actor: Actor, proposal: TenureProposal, known: Known, now: datetime
) -> Person:
    """Return whom it is about: the entry there is, the one pointed out, or one made now.

    :raise Conflict: if somebody known may be she, and nobody has said whether.
    """
    if proposal.person_id is not None:
        return person_by_id(db, proposal.person_id)
    if (chosen := known.get(proposal.id)) is not None:
        return _seen(db, actor, chosen)
    if proposal.id not in known and doubles_of(db, actor, proposal):
        raise Conflict(
            msg("Đã có người trùng tên và năm sinh. Mở đề nghị để xem có phải người này không.")
        )
    told = NewPerson(
        proposal.new_name or "",
        birth_year=proposal.new_birth_year,
        gender=proposal.new_gender,
        phone=proposal.new_phone or "",
    )
    return add_person(db, actor, told, now=now)


def _seen(db: Session, actor: Actor, person_id: int) -> Person:
    person = person_by_id(db, person_id)
    if not may_see(db, actor, person):
        raise NotFound(msg("Không có hồ sơ này trong phạm vi anh/chị được xem."))
    return person


def _ended(db: Session, actor: Actor, proposal: TenureProposal, now: datetime) -> Tenure:
    """End the post as it is written now: its row may have been corrected since.

    :raise Conflict: if it has ended meanwhile, or is not written any more.
    """
    row = Tenure
    found = select(row).where(
        row.person_id == proposal.person_id,
        row.post_key == proposal.post_key,
        row.org_unit_id == proposal.org_unit_id,
        row.is_current(),
    )
    last = db.scalars(found.order_by(row.valid_from.desc()).limit(1)).first()
    if last is None:
        raise Conflict(msg("Chức danh này không còn trong hồ sơ nữa."))
    if last.valid_to is not None and last.valid_to <= proposal.day:
        ended = f"{last.valid_to:%d/%m/%Y}"
        raise Conflict(msg("Chức danh này đã được ghi kết thúc ngày %(day)s.", day=ended))
    if proposal.end_reason is None:
        raise Conflict(msg("Đề nghị này thiếu lý do thôi chức danh."))
    ending = Ending(proposal.day, proposal.end_reason, proposal.decision)
    return end_tenure(db, actor, last, ending, now=now)
