"""What learners ask about a lecture, and what its teachers answer."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import Lecture
from elearn.db import Base, IntPk
from elearn.media import MediumVersion
from elearn.people import Person


class LectureAnswer(Base):
    """What a teacher answered; taken back, its words are gone."""

    __tablename__ = "lecture_answer"
    __table_args__ = (
        CheckConstraint("(text = '') = (withdrawn_at IS NOT NULL)", name="words_till_withdrawn"),
    )

    id: Mapped[IntPk]
    question_id: Mapped[int] = mapped_column(
        ForeignKey("lecture_question.id", ondelete="RESTRICT"), index=True
    )
    text: Mapped[str] = mapped_column(String(2000))
    answered_by_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    answered_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    answered_by: Mapped[Person] = relationship(lazy="raise")


class LectureQuestion(Base):
    """What a learner asked about a lecture, at a second of its film or about all of it.

    Others see it once it is answered, and never who asked. Taken back, its words are gone; hidden,
    they are kept, and she who asked reads why.
    """

    __tablename__ = "lecture_question"
    __table_args__ = (
        CheckConstraint("(text = '') = (withdrawn_at IS NOT NULL)", name="words_till_withdrawn"),
        CheckConstraint("second >= 0", name="second_not_negative"),
        CheckConstraint(
            "second IS NULL OR medium_version_id IS NOT NULL", name="second_of_some_film"
        ),
        CheckConstraint("(hidden_at IS NULL) = (hidden_by_id IS NULL)", name="hidden_by_somebody"),
        CheckConstraint("hidden_at IS NULL OR hidden_reason <> ''", name="hidden_for_a_reason"),
        Index("ix_lecture_question_lecture_id_answered_at", "lecture_id", "answered_at"),
    )

    id: Mapped[IntPk]
    lecture_id: Mapped[int] = mapped_column(ForeignKey(Lecture.id, ondelete="RESTRICT"))
    #: The film she was watching; its seconds are meant.
    medium_version_id: Mapped[int | None] = mapped_column(
        ForeignKey(MediumVersion.id, ondelete="RESTRICT"), index=True
    )
    second: Mapped[int | None]
    text: Mapped[str] = mapped_column(String(1000))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    asked_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    #: When the first answer that stands was given.
    answered_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    hidden_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    hidden_reason: Mapped[str] = mapped_column(String(300), default="")
    lecture: Mapped[Lecture] = relationship(lazy="raise")
    asked_by: Mapped[Person] = relationship(foreign_keys=asked_by_id, lazy="raise")
    answers: Mapped[list[LectureAnswer]] = relationship(
        lazy="raise",
        order_by=LectureAnswer.id,
        primaryjoin="and_(LectureAnswer.question_id == LectureQuestion.id,"
        " LectureAnswer.withdrawn_at.is_(None))",
        viewonly=True,
    )

    @property
    def is_open(self) -> bool:
        """Return whether it still waits for an answer."""
        return self.answered_at is None and self.hidden_at is None and self.withdrawn_at is None
