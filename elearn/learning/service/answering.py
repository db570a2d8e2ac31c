"""What those who teach do with questions: answer, mend an answer, take it back, hide, show."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, catalogue, media, notices
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, NotFound
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.learning.queries.questions import answer_by_id
from elearn.learning.rules.questions import LONGEST_ANSWER, LONGEST_REASON, may_answer, words
from elearn.learning.service.asking import STANDING
from elearn.text import Message, msg

_TEACHERS = msg("Giảng viên phụ trách bài này trả lời được.")


def answer(
    db: Session, actor: Actor, question: LectureQuestion, text: str, *, now: datetime
) -> LectureAnswer:
    """Answer a question: from now on all learners of the lecture read both.

    :raise Forbidden: if the actor does not teach this lecture.
    :raise Conflict: if it is hidden.
    :raise InvalidInput: naming `text`.
    """
    lecture, person_id = _hold(db, actor, question)
    if question.hidden_at is not None:
        raise Conflict(msg("Câu hỏi này đang ẩn. Hiện lại rồi trả lời."))
    written = LectureAnswer(
        question_id=question.id,
        text=words(text, LONGEST_ANSWER),
        answered_by_id=person_id,
        answered_at=now,
    )
    db.add(written)
    question.answered_at = question.answered_at or now
    db.flush()
    audit.record(
        db, actor, "answer", "lecture", lecture.id, now=now, details={"question": question.id}
    )
    _tell(db, question, notices.Kind.QUESTION_ANSWERED, f"answered:{written.id}", now)
    return written


def edit_answer(db: Session, actor: Actor, answer_id: int, text: str, *, now: datetime) -> int:
    """Put other words in the place of one's own answer; return the key of its question.

    :raise NotFound: if somebody else wrote it.
    :raise InvalidInput: naming `text`.
    """
    written = _own(db, actor, answer_id)
    written.text, written.edited_at = words(text, LONGEST_ANSWER), now
    db.flush()
    return written.question_id


def withdraw_answer(db: Session, actor: Actor, answer_id: int, *, now: datetime) -> int:
    """Take one's own answer back; return the key of its question, which waits again without any.

    :raise NotFound: if somebody else wrote it.
    """
    written = _own(db, actor, answer_id)
    written.text, written.withdrawn_at = "", now
    db.flush()
    others = select(func.min(LectureAnswer.answered_at)).where(
        LectureAnswer.question_id == written.question_id, LectureAnswer.withdrawn_at.is_(None)
    )
    db.get_one(LectureQuestion, written.question_id).answered_at = db.scalar(others)
    db.flush()
    return written.question_id


def hide(
    db: Session, actor: Actor, question: LectureQuestion, reason: str, *, now: datetime
) -> None:
    """Show a question to nobody but her who asked, who reads why.

    :raise Forbidden: if the actor does not teach this lecture.
    :raise InvalidInput: naming `text`.
    """
    lecture, person_id = _hold(db, actor, question)
    if question.hidden_at is not None:
        return
    question.hidden_reason = words(reason, LONGEST_REASON)
    question.hidden_at, question.hidden_by_id = now, person_id
    db.flush()
    details = {"question": question.id}
    audit.record(db, actor, "hide_question", "lecture", lecture.id, now=now, details=details)
    _tell(db, question, notices.Kind.QUESTION_HIDDEN, f"hidden:{now:%Y%m%d%H%M%S}", now)


def show(db: Session, actor: Actor, question: LectureQuestion, *, now: datetime) -> None:
    """Show a hidden question again.

    :raise Forbidden: if the actor does not teach this lecture.
    """
    lecture, _person_id = _hold(db, actor, question)
    question.hidden_at = question.hidden_by_id = None
    question.hidden_reason = ""
    db.flush()
    details = {"question": question.id}
    audit.record(db, actor, "show_question", "lecture", lecture.id, now=now, details=details)


def _hold(db: Session, actor: Actor, question: LectureQuestion) -> tuple[catalogue.Lecture, int]:
    """Read a question as it stands now, held; return its lecture, and who acts."""
    db.refresh(question, STANDING, with_for_update=True)
    lecture = db.get_one(catalogue.Lecture, question.lecture_id)
    film = db.get(media.Medium, lecture.medium_id) if lecture.medium_id else None
    if actor.person_id is None or not may_answer(actor, film.created_by_id if film else None):
        raise Forbidden(_TEACHERS)
    if question.withdrawn_at is not None:
        raise NotFound(msg("Không có câu hỏi này, hoặc câu hỏi đã được rút lại."))
    return lecture, actor.person_id


def _own(db: Session, actor: Actor, answer_id: int) -> LectureAnswer:
    found = answer_by_id(db, answer_id)
    if found.answered_by_id != actor.person_id:
        raise NotFound(_NOT_HERS)
    return found


def _tell(
    db: Session, question: LectureQuestion, kind: notices.Kind, what: str, now: datetime
) -> None:
    notices.tell(
        db,
        [question.asked_by_id],
        kind,
        key=f"question:{question.id}:{what}",
        now=now,
        link=f"/questions/{question.id}",
        title=db.get_one(catalogue.Lecture, question.lecture_id).title,
    )


_NOT_HERS: Message = msg("Người viết câu trả lời mới sửa được.")
