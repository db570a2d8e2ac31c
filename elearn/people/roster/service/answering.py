"""Answers to what is in doubt: of one row, of alike rows, of a question; and the verdicts anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import insert_missing
from elearn.errors import Conflict, InvalidInput
from elearn.people.roster.models import (
    DECIDABLE,
    RosterAlias,
    RosterBatch,
    RosterQuestion,
    RosterRow,
)
from elearn.people.roster.queries.held import held
from elearn.people.roster.queries.known import ground_of
from elearn.people.roster.queries.missing import count_missing
from elearn.people.roster.rules.answers import SAME, check
from elearn.people.roster.rules.entry_json import entry_from
from elearn.people.roster.rules.keeping import verdict_as_json, verdict_from
from elearn.people.roster.rules.names import name_key
from elearn.people.roster.rules.verdicts import Answer, Given, RowStatus, Verdict
from elearn.people.roster.service.asking import Asking, recount
from elearn.people.roster.service.comparing import verdicts_on
from elearn.text import msg

_AT_ONCE = 2_000


def answer_row(  # noqa: PLR0913  # An answer has that many parts, and each is named.
    db: Session,
    actor: Actor,
    row: RosterRow,
    answer: Answer,
    person_id: int | None = None,
    *,
    now: datetime,
) -> None:
    """Write down what a person decided of a row in doubt, and decide anew what becomes of it.

    :raise InvalidInput: if that is no answer to what is asked, or tells nobody the row may mean.
    :raise Conflict: if the row is in no doubt any more, or its batch is at work.
    """
    batch = _open(db, row.batch_id)
    db.refresh(row)
    is_open = row.status in (RowStatus.DOUBTFUL, RowStatus.SKIPPED) and row.entry
    if not is_open or row.applied_at:
        raise Conflict(msg("Dòng này vừa được quyết định ở nơi khác; mở lại để xem."))
    if row.status is RowStatus.SKIPPED:
        _take_up(db, batch, row)
    _answer(db, actor, row, answer, person_id)
    _decide(db, batch, [row])
    _end(db, batch)
    details = {"answer": answer.value}
    audit.record(db, actor, "answer", "roster_row", row.id, now=now, details=details)


def reopen_row(db: Session, actor: Actor, row: RosterRow, *, now: datetime) -> None:
    """Put a row that a person left out before her again.

    :raise Conflict: if the row is not left out any more, or its batch is at work.
    """
    batch = _open(db, row.batch_id)
    db.refresh(row)
    if row.status is not RowStatus.SKIPPED or not row.entry:
        raise Conflict(msg("Dòng này vừa được quyết định ở nơi khác; mở lại để xem."))
    _take_up(db, batch, row)
    _end(db, batch)
    audit.record(db, actor, "reopen", "roster_row", row.id, now=now)


def answer_all(  # noqa: PLR0913  # An answer has that many parts, and each is named.
    db: Session, actor: Actor, batch: RosterBatch, code: str, answer: Answer, *, now: datetime
) -> int:
    """Answer alike all rows in doubt for this reason first; return how many.

    Who is said to be the same is the candidate for whom most speaks.

    :raise InvalidInput: if that is no answer to such a doubt.
    :raise Conflict: if the batch is at work.
    """
    _open(db, batch.id)
    rows = [row for row in _doubtful(db, batch) if _first(row).reasons[0].code == code]
    for row in rows:
        candidates = _first(row).candidates
        _answer(db, actor, row, answer, candidates[0].person_id if candidates else None)
    _decide(db, batch, rows)
    _end(db, batch)
    details = {"answer": answer.value, "reason": code, "rows": len(rows)}
    audit.record(db, actor, "answer_all", "roster_batch", batch.id, now=now, details=details)
    return len(rows)


def answer_question(
    db: Session, actor: Actor, question: RosterQuestion, choice: str, *, now: datetime
) -> int:
    """Write down what was chosen for all rows of a question; return how many are decided anew.

    :raise InvalidInput: if it is none of the choices.
    :raise Conflict: if the batch is at work.
    """
    if choice not in question.choices:
        raise InvalidInput(choice=msg("Chọn một trong các mục đã nêu."))
    batch = _open(db, question.batch_id)
    question.answer = choice
    db.flush()
    waiting = RosterRow.question_id == question.id, RosterRow.applied_at.is_(None)
    rows = db.scalars(select(RosterRow).where(*waiting).order_by(RosterRow.id)).all()
    _decide(db, batch, rows)
    _end(db, batch)
    details = {"about": question.shown, "choice": choice, "rows": len(rows)}
    audit.record(db, actor, "answer", "roster_question", question.id, now=now, details=details)
    return len(rows)


def _open(db: Session, batch_id: int) -> RosterBatch:
    batch = held(db, db.get_one(RosterBatch, batch_id))
    if batch.state not in DECIDABLE or batch.erased_at:
        raise Conflict(msg("Lần nhập này đang được xử lý hoặc đã kết thúc; mở lại để xem."))
    return batch


def _doubtful(db: Session, batch: RosterBatch) -> Sequence[RosterRow]:
    own: tuple[ColumnElement[bool], ...] = (
        RosterRow.batch_id == batch.id,
        RosterRow.status == RowStatus.DOUBTFUL,
    )
    return db.scalars(select(RosterRow).where(*own).order_by(RosterRow.id)).all()


def _first(row: RosterRow) -> Verdict:
    return verdict_from(row.verdict)


def _answer(
    db: Session, actor: Actor, row: RosterRow, answer: Answer, person_id: int | None
) -> None:
    """Add an answer to those of the row."""
    verdict = verdict_from(row.verdict)
    about = verdict.reasons[0].code if verdict.reasons else ""
    check(verdict, answer, about, person_id)
    given = Given(answer, about, person_id if answer in SAME else None)
    row.verdict = verdict_as_json(replace(verdict, answers=(*verdict.answers, given)))
    row.answer, row.answered_by_id = answer, actor.person_id
    if answer is Answer.SAME_KEEP_NAME and person_id:
        key = name_key(entry_from(row.entry).name)
        insert_missing(db, RosterAlias, person_id=person_id, name_key=key)


def _take_up(db: Session, batch: RosterBatch, row: RosterRow) -> None:
    """Put a row that was skipped before a person again."""
    verdict = verdict_from(row.verdict)
    kept = tuple(one for one in verdict.answers if one.answer is not Answer.SKIP)
    row.verdict = verdict_as_json(replace(verdict, answers=kept))
    _decide(db, batch, [row])


def _decide(db: Session, batch: RosterBatch, rows: Sequence[RosterRow]) -> None:
    """Decide anew on these rows, by what is known now and by what was answered."""
    asking, ground = Asking(db, batch), ground_of(db, batch)
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        entries = [entry_from(row.entry) for row in some]
        given = [verdict_from(row.verdict).answers for row in some]
        verdicts = verdicts_on(db, batch, entries, ground, given)
        for row, entry, verdict in zip(some, entries, verdicts, strict=True):
            row.status, row.verdict = verdict.status, verdict_as_json(verdict)
            row.person_id, row.digest = verdict.person_id, verdict.digest
            row.question_id = asking.key_for(entry, verdict, ground) or row.question_id
        db.flush()


def _end(db: Session, batch: RosterBatch) -> None:
    recount(db, batch)
    batch.missing = count_missing(db, batch)
    db.flush()
