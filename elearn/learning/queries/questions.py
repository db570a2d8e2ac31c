"""Questions under lectures: what a learner sees of them, and what waits for those who teach."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.orm import Session, joinedload, selectinload

from elearn import catalogue, media, people
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.learning.rules.questions import TEACHERS, may_answer
from elearn.text import msg

PAGE = 20
_NONE = msg("Không có câu hỏi này, hoặc câu hỏi đã được rút lại.")
_Asked = LectureQuestion


class Shelf(StrEnum):
    """What is looked through: what waits, what is answered, what is hidden."""

    OPEN = "open"
    ANSWERED = "answered"
    HIDDEN = "hidden"


SHELF_NAMES = {
    Shelf.OPEN: msg("Chờ trả lời"),
    Shelf.ANSWERED: msg("Đã trả lời"),
    Shelf.HIDDEN: msg("Đã ẩn"),
}
_ON_SHELF: dict[Shelf, ColumnElement[bool]] = {
    Shelf.OPEN: and_(_Asked.answered_at.is_(None), _Asked.hidden_at.is_(None)),
    Shelf.ANSWERED: and_(_Asked.answered_at.is_not(None), _Asked.hidden_at.is_(None)),
    Shelf.HIDDEN: _Asked.hidden_at.is_not(None),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What a teacher looks through: a shelf, of her own lectures or all, of one lecture or all."""

    shelf: Shelf = Shelf.OPEN
    mine: bool = False
    lecture_id: int | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of what was asked of a teacher, and how much lies on each shelf."""

    questions: Sequence[LectureQuestion]
    counts: dict[Shelf, int]

    def page_count(self, shelf: Shelf) -> int:
        return -(-self.counts[shelf] // PAGE)


def is_hers(person_id: int) -> ColumnElement[bool]:
    """Return the condition that a person asked a question, under any entry of hers."""
    return LectureQuestion.asked_by_id.in_(people.entry_ids(person_id))


def entries_of(db: Session, person_id: int) -> set[int]:
    """Return the keys under which a person may have asked."""
    return set(db.scalars(people.entry_ids(person_id)))


def questions_under(
    db: Session, lecture_id: int, person_id: int, *, most: int = PAGE, page: int = 1
) -> Sequence[LectureQuestion]:
    """Return what a learner reads under a lecture: her own, then what is answered; 2 queries.

    Of the others' she sees what is answered and not hidden.
    """
    hers = is_hers(person_id)
    there = _told().where(_Asked.lecture_id == lecture_id, or_(hers, _ON_SHELF[Shelf.ANSWERED]))
    ordered = there.order_by(hers.desc(), _Asked.answered_at.desc(), _Asked.id.desc())
    return db.scalars(ordered.limit(most).offset((page - 1) * most)).all()


def count_under(db: Session, lecture_id: int, person_id: int) -> int:
    """Return how many questions a learner may read under a lecture."""
    seen = or_(is_hers(person_id), _ON_SHELF[Shelf.ANSWERED])
    mine = select(func.count()).where(_Asked.lecture_id == lecture_id, seen)
    return db.scalar(mine.where(_Asked.withdrawn_at.is_(None))) or 0


def count_of(db: Session, lecture_id: int) -> int:
    """Return how many questions stand under a lecture, whatever became of them."""
    mine = select(func.count()).where(_Asked.lecture_id == lecture_id)
    return db.scalar(mine.where(_Asked.withdrawn_at.is_(None))) or 0


def open_count(db: Session, lecture_id: int, person_id: int) -> int:
    """Return how many of her questions under a lecture still wait."""
    mine = select(func.count()).where(_Asked.lecture_id == lecture_id, is_hers(person_id))
    return db.scalar(mine.where(_Asked.withdrawn_at.is_(None), _ON_SHELF[Shelf.OPEN])) or 0


def question_seen_by(db: Session, actor: Actor, question_id: int) -> LectureQuestion:
    """Return a question with its answers, for her who asked and for those who may answer.

    :raise NotFound: for everybody else, or if there is none.
    """
    found = db.scalar(_told().where(_Asked.id == question_id, visible_to(actor)))
    if found is None:
        raise NotFound(_NONE)
    return found


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """Return the condition that somebody asked a question or may answer it."""
    hers = is_hers(actor.person_id) if actor.person_id else false()
    return or_(hers, answerable_by(actor))


def answerable_by(actor: Actor, *, mine: bool = False) -> ColumnElement[bool]:
    """Return the condition that somebody may answer a question; it says what `may_answer` says.

    With `mine` it is only about films that she made, or that nobody in particular did.
    """
    if actor.has(*TEACHERS) and not mine:
        return true()
    films = select(catalogue.Lecture.id).outerjoin(
        media.Medium, media.Medium.id == catalogue.Lecture.medium_id
    )
    whose = media.Medium.created_by_id
    if not actor.has(*TEACHERS):
        made = whose == actor.person_id if may_answer(actor, actor.person_id) else false()
    else:
        made = or_(whose == actor.person_id, whose.is_(None))
    return _Asked.lecture_id.in_(films.where(made))


def answer_by_id(db: Session, answer_id: int) -> LectureAnswer:
    """Return an answer that stands.

    :raise NotFound: if there is none.
    """
    found = db.get(LectureAnswer, answer_id)
    if found is None or found.withdrawn_at is not None:
        raise NotFound(msg("Không có câu trả lời này, hoặc đã được rút lại."))
    return found


def inbox(db: Session, actor: Actor, sought: Sought) -> Inbox:
    """Return what was asked of somebody who teaches: what waits longest first, else the newest."""
    where = [answerable_by(actor, mine=sought.mine), _Asked.withdrawn_at.is_(None)]
    if sought.lecture_id is not None:
        where.append(_Asked.lecture_id == sought.lecture_id)
    order = _Asked.id if sought.shelf is Shelf.OPEN else _Asked.id.desc()
    found = _told().where(*where, _ON_SHELF[sought.shelf]).order_by(order)
    counts = select(*(func.count().filter(on) for on in _ON_SHELF.values())).where(*where)
    rows = db.scalars(found.limit(PAGE).offset((sought.page - 1) * PAGE)).all()
    return Inbox(rows, dict(zip(_ON_SHELF, db.execute(counts).one(), strict=True)))


def waiting_for(db: Session, actor: Actor) -> int:
    """Return how many questions wait for somebody who teaches, of those that are hers to answer."""
    hers = answerable_by(actor, mine=True)
    mine = select(func.count()).where(_ON_SHELF[Shelf.OPEN], _Asked.withdrawn_at.is_(None), hers)
    return db.scalar(mine) or 0


def _told() -> Select[LectureQuestion]:
    """Return questions that stand, with their lecture, who asked, and the answers."""
    answers = selectinload(_Asked.answers).joinedload(LectureAnswer.answered_by)
    whole = (joinedload(_Asked.lecture), joinedload(_Asked.asked_by), answers)
    return select(_Asked).where(_Asked.withdrawn_at.is_(None)).options(*whole)
