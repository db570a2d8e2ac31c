"""What a learner does with her questions: asks, mends, takes back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn import catalogue, clock, media, notices
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.learning.queries.questions import entries_of, open_count
from elearn.learning.queries.teachers import teachers_of
from elearn.learning.rules.questions import LONGEST_QUESTION, MOST_OPEN, words
from elearn.text import msg

#: What may have changed of a question since it was read.
STANDING = ("text", "answered_at", "hidden_at", "withdrawn_at")
_ANSWERED = msg("Câu hỏi đã có trả lời nên không sửa được nữa. Vẫn rút lại được.")


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, and at which second of which film; without a second it is about all of it."""

    text: str
    version: media.MediumVersion | None = None
    second: int | None = None


def ask(
    db: Session, person_id: int, lecture: catalogue.Lecture, asking: Asking, *, now: datetime
) -> LectureQuestion:
    """Ask something under a lecture, and tell those who teach it, once a day for one lecture.

    :raise InvalidInput: naming `text` or `second`.
    :raise Conflict: if too many of hers wait there already.
    """
    text = words(asking.text, LONGEST_QUESTION)
    length = asking.version.seconds if asking.version else 0
    if asking.second is not None and not 0 <= asking.second < max(length, 1):
        raise InvalidInput(second=msg("Mốc này nằm ngoài video."))
    if open_count(db, lecture.id, person_id) >= MOST_OPEN:
        raise Conflict(
            msg("%(count)s câu hỏi của anh/chị ở bài này đang chờ trả lời.", count=MOST_OPEN)
        )
    question = LectureQuestion(
        lecture_id=lecture.id,
        medium_version_id=asking.version.id if asking.version else None,
        second=asking.second if asking.version else None,
        text=text,
        asked_by_id=person_id,
        asked_at=now,
    )
    db.add(question)
    db.flush()
    _tell(db, lecture, person_id, now)
    return question


def _tell(db: Session, lecture: catalogue.Lecture, person_id: int, now: datetime) -> None:
    day = clock.day_of(now)
    notices.tell(
        db,
        [one for one in teachers_of(db, lecture, day=day) if one != person_id],
        notices.Kind.QUESTIONS_WAIT,
        key=f"lecture:{lecture.id}:asked:{day}",
        now=now,
        link=f"/questions?lecture={lecture.code}",
        title=lecture.title,
    )


def edit_question(
    db: Session, person_id: int, question: LectureQuestion, text: str, *, now: datetime
) -> None:
    """Put other words in the place of hers, as long as nobody has answered these.

    :raise NotFound: if somebody else asked it.
    :raise Conflict: if it is answered or hidden.
    :raise InvalidInput: naming `text`.
    """
    _hold(db, person_id, question)
    if not question.is_open:
        raise Conflict(_ANSWERED)
    question.text, question.edited_at = words(text, LONGEST_QUESTION), now
    db.flush()


def withdraw_question(
    db: Session, person_id: int, question: LectureQuestion, *, now: datetime
) -> None:
    """Take a question back: its words are gone, and those of its answers with it.

    :raise NotFound: if somebody else asked it.
    """
    _hold(db, person_id, question)
    empty_questions(db, [question.id], now=now)


def empty_questions(db: Session, question_ids: list[int], *, now: datetime) -> None:
    """Take away the words of questions and of what was answered to them."""
    asked, answer = LectureQuestion, LectureAnswer
    these = update(asked).where(asked.id.in_(question_ids), asked.withdrawn_at.is_(None))
    db.execute(these.values(text="", withdrawn_at=now))
    reasons = update(asked).where(asked.id.in_(question_ids), asked.hidden_reason != "")
    db.execute(reasons.values(hidden_reason="–"))
    theirs = update(answer).where(answer.question_id.in_(question_ids))
    db.execute(theirs.where(answer.withdrawn_at.is_(None)).values(text="", withdrawn_at=now))


def _hold(db: Session, person_id: int, question: LectureQuestion) -> None:
    """Read her question as it stands now, held: nobody answers it meanwhile."""
    db.refresh(question, STANDING, with_for_update=True)
    if question.withdrawn_at or question.asked_by_id not in entries_of(db, person_id):
        raise NotFound(msg("Không có câu hỏi này, hoặc câu hỏi đã được rút lại."))
