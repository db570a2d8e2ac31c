"""Deciding upon what was entered: confirmed or refused by a second person, taken back by one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import Actor
from elearn.catalogue import ProgrammeVersion
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.models import Completion, ExternalRecord
from elearn.learning.queries.external import doubles_of, may_decide, record_seen_by
from elearn.learning.rules import CompletionForm
from elearn.learning.rules.external import RECORD_FORM_NAMES, RecordState, cited
from elearn.learning.service.completing import Achievement, complete, take_back
from elearn.learning.service.external.entering import held
from elearn.learning.service.external.telling import tell_decided
from elearn.text import Message, msg, nfc

_LONGEST = 500
_REPLACED = msg("Đã thay bằng bản sửa.")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a paper counts for, and the records alike that were looked at."""

    programme_version_id: int | None
    form: CompletionForm
    seen: Collection[int] = ()


def confirm_record(
    db: Session, actor: Actor, record_id: int, said: Confirmation, *, now: datetime
) -> ExternalRecord:
    """Have a record count as the completion of a programme; what it puts right counts no more.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is not hers to decide.
    :raise Conflict: if it was decided upon meanwhile, is like one unseen, or is on record.
    :raise InvalidInput: if no programme is named.
    """
    record = _to_decide(db, actor, record_id)
    version = db.get(ProgrammeVersion, said.programme_version_id or 0)
    if version is None:
        raise InvalidInput(programme_version_id=msg("Chọn chương trình được tính."))
    if said.form not in RECORD_FORM_NAMES:
        raise InvalidInput(form=msg("Chọn một dòng."))
    if {one.id for one in doubles_of(db, record)} - set(said.seen):
        raise Conflict(msg("Có giấy giống thế này vừa được nhập. Xem rồi xác nhận lại."))
    _replace(db, actor, record, now)
    record.programme_version_id, record.form = version.id, said.form
    record.completion_id = _completed(db, actor, record, now).id
    _decide(db, actor, record, (RecordState.CONFIRMED, ""), now)
    return record


def refuse_record(
    db: Session, actor: Actor, record_id: int, reason: str, *, now: datetime
) -> ExternalRecord:
    """Leave a record without effect and say why.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is not hers to decide.
    :raise InvalidInput: if no reason is given.
    :raise Conflict: if it was decided upon, or withdrawn, meanwhile.
    """
    record = _to_decide(db, actor, record_id)
    answer = _reason(reason, msg("Ghi lý do, để người nhập biết phải làm gì tiếp."))
    _decide(db, actor, record, (RecordState.REFUSED, answer), now)
    return record


def take_back_record(
    db: Session, actor: Actor, record_id: int, reason: str, *, now: datetime
) -> ExternalRecord:
    """Have a confirmed record count no more; that it did until now stays known.

    :raise NotFound: if the actor may not know of it.
    :raise Forbidden: if it is not hers to decide.
    :raise InvalidInput: if no reason is given.
    :raise Conflict: if it does not count.
    """
    record = held(db, _decided_by(db, actor, record_id).id)
    answer = _reason(reason, msg("Ghi lý do, để người có giấy biết vì sao."))
    if record.state is not RecordState.CONFIRMED:
        raise Conflict(msg("Giấy này không còn được tính."))
    _end(db, actor, record, answer, now)
    return record


def _decided_by(db: Session, actor: Actor, record_id: int) -> ExternalRecord:
    record = record_seen_by(db, actor, record_id)
    if not may_decide(db, actor, record):
        raise Forbidden(
            msg(
                "Giấy này do người quản trị địa bàn của người có giấy xác nhận,"
                " và không phải chính người đã nhập."
            )
        )
    return record


def _to_decide(db: Session, actor: Actor, record_id: int) -> ExternalRecord:
    """Return a record that waits, held until the end: of two who decide one comes late."""
    record = held(db, _decided_by(db, actor, record_id).id)
    if not record.is_waiting:
        raise Conflict(msg("Giấy này vừa được trả lời hoặc rút lại ở nơi khác."))
    return record


def _reason(words: str, lacking: Message) -> str:
    if not (said := nfc(words)[:_LONGEST]):
        raise InvalidInput(reason=lacking)
    return said


def _completed(db: Session, actor: Actor, record: ExternalRecord, now: datetime) -> Completion:
    """Return the completion that a record stands for from now on.

    :raise Conflict: if the same is on record by another way.
    """
    same = (
        Completion.person_id.in_(people.entry_ids(record.person_id)),
        Completion.programme_version_id == record.programme_version_id,
        Completion.completed_on == record.last_on,
        Completion.is_current(),
    )
    if db.scalar(select(Completion.id).where(*same).limit(1)) is not None:
        raise Conflict(
            msg("Hồ sơ đã ghi hoàn thành chương trình này đúng ngày ấy; không ghi lần nữa.")
        )
    done = Achievement(
        record.person_id,
        record.programme_version_id or 0,
        record.last_on,
        record.form,
        source=cited(record.number, record.paper_on, record.organiser),
    )
    return complete(db, actor, done, now=now)


def _replace(db: Session, actor: Actor, record: ExternalRecord, now: datetime) -> None:
    """Let what a record puts right count no more, if it does."""
    if record.replaces_id is None:
        return
    old = held(db, record.replaces_id)
    if old.state is RecordState.CONFIRMED:
        _end(db, actor, old, str(_REPLACED), now, tells=False)


def _end(  # noqa: PLR0913  # Who ends what, why, when, and whether that is told.
    db: Session,
    actor: Actor,
    record: ExternalRecord,
    answer: str,
    now: datetime,
    *,
    tells: bool = True,
) -> None:
    if record.completion is not None:
        take_back(db, actor, record.completion, now=now)
    record.state, record.answer = RecordState.TAKEN_BACK, answer
    record.ended_by_id, record.ended_at = actor.person_id, now
    _note(db, actor, record, "take_back", now)
    if tells:
        tell_decided(db, record, now=now)


def _decide(
    db: Session,
    actor: Actor,
    record: ExternalRecord,
    outcome: tuple[RecordState, str],
    now: datetime,
) -> None:
    record.state, record.answer = outcome
    record.decided_by_id, record.decided_at = actor.person_id, now
    _note(db, actor, record, "confirm" if record.completion_id else "refuse", now)
    tell_decided(db, record, now=now)


def _note(db: Session, actor: Actor, record: ExternalRecord, act: str, now: datetime) -> None:
    db.flush()
    audit.record(db, actor, act, "external_record", record.id, now=now)
    changed(db, "external_record", record.id, now=now)
