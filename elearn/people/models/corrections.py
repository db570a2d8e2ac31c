"""The table of corrections that people ask for in what is written of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.people.models.persons import Person
from elearn.people.rules.corrections import CorrectedField, CorrectionState


class CorrectionRequest(Base):
    """What a person, or who administers her place, wants put right in her record."""

    __tablename__ = "correction_request"
    __table_args__ = (
        CheckConstraint("(state = 'waiting') = (decided_at IS NULL)", name="waiting_or_decided"),
        CheckConstraint("state <> 'refused' OR answer <> ''", name="refused_with_reason"),
        CheckConstraint("wanted <> ''", name="something_is_wanted"),
        CheckConstraint("decided_at >= asked_at", name="decided_after_asked"),
        Index("ix_correction_request_state_asked_at", "state", "asked_at", "id"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    field: Mapped[CorrectedField]
    #: How it should read.
    wanted: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[CorrectionState] = mapped_column(default=CorrectionState.WAITING)
    asked_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    asked_at: Mapped[datetime]
    decided_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    decided_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(default="")

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    asked_by: Mapped[Person | None] = relationship(foreign_keys=[asked_by_id])

    @property
    def is_waiting(self) -> bool:
        return self.state is CorrectionState.WAITING
