"""The table of requests to erase: who asked, and what the centre made of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.people import Person
from elearn.text import msg

_OPEN = text("state = 'waiting'")


class ErasureState(StrEnum):
    """Whether a request was answered, and how."""

    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    DONE = "done"


STATE_NAMES = {
    ErasureState.WAITING: msg("chờ trả lời"),
    ErasureState.WITHDRAWN: msg("đã rút"),
    ErasureState.REFUSED: msg("không xóa"),
    ErasureState.DONE: msg("đã xóa"),
}


class ErasureRequest(Base):
    """That a person asked for her personal values to be erased; one waits for each at a time."""

    __tablename__ = "erasure_request"
    __table_args__ = (
        CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="waiting_or_decided"),
        CheckConstraint("(state = 'refused') = (answer IS NOT NULL)", name="refused_with_reason"),
        CheckConstraint("decided_at >= asked_at", name="decided_after_asked"),
        Index(
            "uq_erasure_request_waiting",
            "person_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_erasure_request_state_asked_at", "state", "asked_at"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    state: Mapped[ErasureState] = mapped_column(default=ErasureState.WAITING)
    asked_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    #: She herself, if she withdrew it; nobody, if it was done from the shell.
    decided_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    #: Why it was refused.
    answer: Mapped[str | None]

    person: Mapped[Person] = relationship(foreign_keys=person_id)
