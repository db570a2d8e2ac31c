"""Tables of classes: the class, the electives it offers, and who takes part."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.areas import Area
from elearn.catalogue import Module, ProgrammeVersion
from elearn.classes.rules import ClassState, Result
from elearn.db import Base, IntPk
from elearn.learning import Completion, CompletionRule
from elearn.people import Person, Tenure

_LIVES = text("state <> 'cancelled'")


class TrainingClass(Base):
    """A programme version held for some people on some days, under a rule that never changes."""

    __tablename__ = "training_class"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_not_empty"),
        CheckConstraint("organiser <> ''", name="organiser_not_empty"),
        CheckConstraint("ends_on >= starts_on", name="ends_not_before_it_starts"),
        CheckConstraint(
            "(decision_number IS NULL) = (decision_on IS NULL)", name="decision_has_number_and_day"
        ),
        CheckConstraint(
            "state <> 'cancelled' OR state_reason IS NOT NULL", name="cancelled_for_a_reason"
        ),
        Index(
            "uq_training_class_same",
            *("programme_version_id", "area_id", "starts_on", "name"),
            unique=True,
            sqlite_where=_LIVES,
            postgresql_where=_LIVES,
        ),
        Index("ix_training_class_state", "state", "starts_on"),
    )

    id: Mapped[IntPk]
    code: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str]
    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey(ProgrammeVersion.id, ondelete="RESTRICT")
    )
    completion_rule_id: Mapped[int] = mapped_column(
        ForeignKey(CompletionRule.id, ondelete="RESTRICT"), index=True
    )
    #: Whose administrator answers for it; those of what the area passes into do so after it.
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id, ondelete="RESTRICT"), index=True)
    organiser: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    #: The paper by which it is held, as cited: "12/QĐ-HPN".
    decision_number: Mapped[str | None]
    decision_on: Mapped[date | None]
    state: Mapped[ClassState]
    #: Why it was cancelled, or opened again after it was closed.
    state_reason: Mapped[str | None]
    state_at: Mapped[datetime]
    #: Nobody where it was done from the shell.
    state_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )

    programme_version: Mapped[ProgrammeVersion] = relationship()
    completion_rule: Mapped[CompletionRule] = relationship()
    electives: Mapped[list["ClassElective"]] = relationship(lazy="selectin")

    @property
    def offered(self) -> frozenset[int]:
        """The keys of the electives its people may choose from."""
        return frozenset(one.module_id for one in self.electives)


class ClassElective(Base):
    """An elective module that the locality offers in a class."""

    __tablename__ = "class_elective"

    training_class_id: Mapped[int] = mapped_column(
        ForeignKey(TrainingClass.id, ondelete="RESTRICT"), primary_key=True
    )
    module_id: Mapped[int] = mapped_column(
        ForeignKey(Module.id, ondelete="RESTRICT"), primary_key=True, index=True
    )


class Participation(Base):
    """A person in a class: one training turn (lượt), and what came of it.

    The person is the entry that stood for her when she was admitted; the tenure is the post by
    which she came. The review is what the closing list said of her when a person confirmed it.
    """

    __tablename__ = "participation"
    __table_args__ = (
        UniqueConstraint("training_class_id", "person_id"),
        CheckConstraint("(left_at IS NULL) = (left_reason IS NULL)", name="left_for_a_reason"),
        CheckConstraint("left_at IS NULL OR outcome IS NULL", name="who_left_has_no_outcome"),
        CheckConstraint(
            "(completed_on IS NOT NULL) = (COALESCE(outcome, '') = 'completed')",
            name="completed_on_a_day",
        ),
        CheckConstraint(
            "(completion_id IS NOT NULL) = (COALESCE(outcome, '') = 'completed')",
            name="completed_by_a_completion",
        ),
    )

    id: Mapped[IntPk]
    training_class_id: Mapped[int] = mapped_column(
        ForeignKey(TrainingClass.id, ondelete="RESTRICT")
    )
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"), index=True)
    tenure_id: Mapped[int | None] = mapped_column(
        ForeignKey(Tenure.id, ondelete="RESTRICT"), index=True
    )
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    left_reason: Mapped[str | None]
    outcome: Mapped[Result | None]
    completed_on: Mapped[date | None]
    completion_id: Mapped[int | None] = mapped_column(
        ForeignKey(Completion.id, ondelete="RESTRICT"), index=True
    )
    review: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    training_class: Mapped[TrainingClass] = relationship()
    person: Mapped[Person] = relationship()
    tenure: Mapped[Tenure | None] = relationship()
    completion: Mapped[Completion | None] = relationship()
