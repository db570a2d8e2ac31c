"""Rows of a batch: a page of those of a status, and what waits for a decision, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.people.roster.models import QuestionKind, RosterBatch, RosterQuestion, RosterRow
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.text import msg

PAGE = 25


@dataclass(frozen=True, slots=True)
class RowsPage:
    """One page of rows, in the order of the file, and how many there are in all."""

    rows: Sequence[RosterRow]
    page: int
    count: int

    @property
    def pages(self) -> int:
        return -(-self.count // PAGE)

    @property
    def first(self) -> int:
        return (self.page - 1) * PAGE + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return (self.page - 1) * PAGE + len(self.rows)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row to decide upon, which of how many it is, and the one after it."""

    row: RosterRow
    place: int
    count: int
    following_id: int | None


@dataclass(frozen=True, slots=True)
class Clear:
    """How many rows nothing is to be decided about any more, and that are not written yet."""

    new: int = 0
    changed: int = 0

    @property
    def count(self) -> int:
        return self.new + self.changed


def rows_page(db: Session, batch: RosterBatch, status: RowStatus | None, page: int) -> RowsPage:
    """Return a page of the rows of a status, or of all; two queries."""
    found = select(RosterRow).where(RosterRow.batch_id == batch.id)
    found = found.where(RosterRow.status == status) if status else found
    count = db.scalar(found.with_only_columns(func.count())) or 0
    page = max(1, min(page, -(-count // PAGE)))
    found = _in_order(found, status).offset((page - 1) * PAGE).limit(PAGE)
    return RowsPage(db.scalars(found).all(), page, count)


def _in_order(found: Select[RosterRow], status: RowStatus | None) -> Select[RosterRow]:
    """Put rows in an order that an index has: of one status as they were read, else by number."""
    return (
        found.order_by(RosterRow.id)
        if status
        else found.order_by(RosterRow.sheet, RosterRow.number)
    )


def row_of(db: Session, batch: RosterBatch, row_id: int) -> RosterRow:
    """Return a row of the batch.

    :raise NotFound: if it has none of this number.
    """
    found = select(RosterRow).where(RosterRow.id == row_id, RosterRow.batch_id == batch.id)
    row = db.scalar(found)
    if row is None:
        raise NotFound(msg("Tệp này không có dòng ấy."))
    return row


def doubt_from(db: Session, batch: RosterBatch, wanted: int) -> Doubt | None:
    """Return the first row to decide upon that is not before the wanted one, else the first.

    Rows whose place is asked once for many are not decided upon one by one.
    """
    keys = _doubtful(batch)
    first = keys.order_by(RosterRow.id).limit(2)
    found = db.scalars(first.where(RosterRow.id >= wanted)).all() or db.scalars(first).all()
    if not found:
        return None
    row = db.get_one(RosterRow, found[0])
    counts = keys.with_only_columns(func.count(), func.min(RosterRow.id))
    count, start = db.execute(counts).one()
    before = db.scalar(keys.with_only_columns(func.count()).where(RosterRow.id < row.id)) or 0
    following = found[1] if len(found) > 1 else start
    return Doubt(row, before + 1, count, following if following != row.id else None)


def _doubtful(batch: RosterBatch) -> Select[int]:
    asked = select(RosterQuestion.id).where(
        RosterQuestion.batch_id == batch.id,
        RosterQuestion.kind == QuestionKind.PLACE,
        RosterQuestion.answer.is_(None),
    )
    waits = RosterRow.batch_id == batch.id, RosterRow.status == RowStatus.DOUBTFUL
    alone = or_(RosterRow.question_id.is_(None), RosterRow.question_id.not_in(asked))
    return select(RosterRow.id).where(*waits, alone)


def questions_of(db: Session, batch: RosterBatch) -> Sequence[RosterQuestion]:
    """Return what is asked once for the rows of the batch that wait for it, most rows first."""
    asked = RosterQuestion
    waiting = asked.batch_id == batch.id, asked.rows > 0, asked.answer.is_(None)
    return db.scalars(select(asked).where(*waiting).order_by(asked.rows.desc(), asked.id)).all()


def question_of(db: Session, batch: RosterBatch, question_id: int) -> RosterQuestion:
    """Return a question of the batch.

    :raise NotFound: if it has none of this number.
    """
    found = select(RosterQuestion).where(
        RosterQuestion.id == question_id, RosterQuestion.batch_id == batch.id
    )
    question = db.scalar(found)
    if question is None:
        raise NotFound(msg("Lần nhập này không có câu hỏi ấy."))
    return question


def clear_of(db: Session, batch: RosterBatch) -> Clear:
    """Return how many rows could be written now; one query."""
    writing = (RowStatus.NEW, RowStatus.CHANGED)
    found = (
        select(RosterRow.status, func.count())
        .where(RosterRow.batch_id == batch.id, RosterRow.status.in_(writing))
        .where(RosterRow.applied_at.is_(None))
        .group_by(RosterRow.status)
    )
    counts = dict(db.execute(found).all())
    return Clear(*(counts.get(one, 0) for one in writing))
