"""What is held of a person's questions and answers: told to her, and forgotten for her."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import Lecture, LectureVersion
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.learning.service.asking import empty_questions
from elearn.personal import Erasure, Section
from elearn.text import msg


def questions_of(db: Session, person_ids: Collection[int]) -> Section:
    """Return what a person asked under lectures; one query."""
    one, version = LectureQuestion, LectureVersion
    hers = (
        select(Lecture.code, version.title, one.text, one.asked_at, one.answered_at)
        .join(Lecture, Lecture.id == one.lecture_id)
        .join(version, (version.lecture_id == Lecture.id) & version.is_current())
        .where(one.asked_by_id.in_(person_ids), one.withdrawn_at.is_(None))
        .order_by(one.id)
    )
    heads = (msg("Mã bài"), msg("Bài giảng"), msg("Câu hỏi"), msg("Hỏi lúc"), msg("Trả lời lúc"))
    return Section(
        title=msg("Câu hỏi đã gửi"),
        heads=heads,
        rows=tuple(tuple(row) for row in db.execute(hers)),
        fate=msg("Bị xóa cùng câu trả lời."),
    )


def answers_of(db: Session, person_ids: Collection[int]) -> Section:
    """Return what a person answered; one query."""
    one = LectureAnswer
    hers = select(one.text, one.answered_at).where(one.answered_by_id.in_(person_ids))
    rows = db.execute(hers.where(one.withdrawn_at.is_(None)).order_by(one.id))
    return Section(
        title=msg("Câu trả lời cho người học"),
        heads=(msg("Câu trả lời"), msg("Lúc")),
        rows=tuple(tuple(row) for row in rows),
        fate=msg("Giữ lại không kèm họ tên cho người học đọc."),
    )


def forget_questions(db: Session, erasure: Erasure) -> None:
    """Take away the words of her questions; what she answered as a teacher stays."""
    hers = LectureQuestion.asked_by_id.in_(erasure.person_ids)
    empty_questions(db, list(db.scalars(select(LectureQuestion.id).where(hers))), now=erasure.now)
