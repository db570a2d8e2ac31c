"""What completing a programme takes, in versions, and the fact that a person has done it."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import Module, Programme, ProgrammeVersion
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days
from elearn.learning.rules import CompletionForm, Condition, ConditionKind
from elearn.people import Person


class CompletionRule(ValidTime, Base):
    """A version of what completing takes: for one programme, or for all that have no rule of own.

    Never altered: a class keeps the version it was opened under.
    """

    __tablename__ = "completion_rule"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("number >= 1", name="number_from_one"),
        UniqueConstraint("programme_id", "number"),
        Index(
            "uq_completion_rule_for_all",
            "number",
            unique=True,
            sqlite_where=text("programme_id IS NULL"),
            postgresql_where=text("programme_id IS NULL"),
        ),
    )

    id: Mapped[IntPk]
    programme_id: Mapped[int | None] = mapped_column(ForeignKey(Programme.id, ondelete="RESTRICT"))
    number: Mapped[int]

    rows: Mapped[list["CompletionCondition"]] = relationship(
        lazy="selectin", order_by="CompletionCondition.position"
    )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(row.condition for row in self.rows)


class CompletionCondition(Base):
    """One condition of a rule; all of them must be met."""

    __tablename__ = "completion_condition"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("at_least >= 0", name="at_least_not_negative"),
        CheckConstraint("percent BETWEEN 1 AND 100", name="percent_is_a_share"),
        UniqueConstraint("completion_rule_id", "position"),
    )

    id: Mapped[IntPk]
    completion_rule_id: Mapped[int] = mapped_column(ForeignKey(CompletionRule.id))
    position: Mapped[int]
    kind: Mapped[ConditionKind]
    #: How many of those in question; NULL: all, or what the programme says itself.
    at_least: Mapped[int | None]
    percent: Mapped[int | None]

    modules: Mapped[list["CompletionConditionModule"]] = relationship(lazy="selectin")

    @property
    def condition(self) -> Condition:
        named = frozenset(row.module_id for row in self.modules)
        return Condition(self.kind, self.at_least, self.percent, named)


class CompletionConditionModule(Base):
    """A module that a condition names: so many of these must be done."""

    __tablename__ = "completion_condition_module"

    completion_condition_id: Mapped[int] = mapped_column(
        ForeignKey(CompletionCondition.id), primary_key=True
    )
    module_id: Mapped[int] = mapped_column(
        ForeignKey(Module.id, ondelete="RESTRICT"), primary_key=True, index=True
    )


class Completion(Recorded, Base):
    """The fact that a person completed a programme version on a day, as we knew it at some time.

    It rests on a closing list that a person confirmed, or on an earlier paper. What it was decided
    by, the conditions and how they were met, is kept by the one who decided.
    """

    __tablename__ = "completion"
    __table_args__ = (
        CheckConstraint("superseded_at >= recorded_at", name="superseded_after_recorded"),
        CheckConstraint(
            "form NOT IN ('external', 'earlier_paper') OR source IS NOT NULL",
            name="what_was_done_elsewhere_names_its_source",
        ),
        # With all that a figure asks of it: counting reads the index and not the table.
        Index(
            "ix_completion_person_id",
            *("person_id", "completed_on", "programme_version_id", "superseded_at"),
        ),
        Index("ix_completion_programme_version_id", "programme_version_id", "completed_on"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"))
    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey(ProgrammeVersion.id, ondelete="RESTRICT")
    )
    #: NULL where no rule of ours was applied.
    completion_rule_id: Mapped[int | None] = mapped_column(
        ForeignKey(CompletionRule.id, ondelete="RESTRICT"), index=True
    )
    form: Mapped[CompletionForm]
    completed_on: Mapped[date]
    #: The paper it rests on, as cited: "45/QĐ-HPN ngày 12/6/2021".
    source: Mapped[str | None]

    person: Mapped[Person] = relationship()
    programme_version: Mapped[ProgrammeVersion] = relationship()
