"""Rules that somebody drafted, and what trying them showed before they were adopted."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import Lecture, Programme, ProgrammeVersion
from elearn.db import Base, IntPk
from elearn.learning.models.completion import CompletionRule
from elearn.learning.models.watching import WatchRule
from elearn.learning.rules import Condition, DraftState, Effect, RuleKind
from elearn.learning.rules.drafts import from_json
from elearn.people import Person


class RuleDraft(Base):
    """A rule somebody wants from a day on; what trying it showed stays with it once adopted."""

    __tablename__ = "rule_draft"
    __table_args__ = (
        CheckConstraint("seen_share_percent BETWEEN 1 AND 100", name="seen_share_is_a_share"),
        CheckConstraint("note <> ''", name="note_not_empty"),
        CheckConstraint(
            "(kind = 'watch') = (seen_share_percent IS NOT NULL)", name="watch_rule_has_a_share"
        ),
        CheckConstraint(
            "(kind = 'completion') = (conditions IS NOT NULL)", name="completion_has_conditions"
        ),
        CheckConstraint("kind = 'completion' OR programme_id IS NULL", name="watching_is_for_all"),
        CheckConstraint(
            "(state = 'adopted') = "
            "(watch_rule_version IS NOT NULL OR completion_rule_id IS NOT NULL)",
            name="adopted_is_a_rule",
        ),
        CheckConstraint(
            "state <> 'adopted' OR tried_at IS NOT NULL", name="nothing_is_adopted_untried"
        ),
        CheckConstraint("(tried_at IS NULL) = (tried_against IS NULL)", name="tried_against_one"),
        CheckConstraint("given >= 0", name="given_not_negative"),
    )

    id: Mapped[IntPk]
    kind: Mapped[RuleKind]
    #: The one it is for; NULL: all that have no rule of their own.
    programme_id: Mapped[int | None] = mapped_column(
        ForeignKey(Programme.id, ondelete="RESTRICT"), index=True
    )
    valid_from: Mapped[date]
    seen_share_percent: Mapped[int | None]
    conditions: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    #: Why, or the paper by which it was decided.
    note: Mapped[str]
    drafted_at: Mapped[datetime]
    drafted_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    state: Mapped[DraftState]
    state_at: Mapped[datetime]
    state_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    #: When it was held against what people have done, and against which rules.
    tried_at: Mapped[datetime | None]
    tried_against: Mapped[str | None] = mapped_column(String(200))
    #: The rule it became.
    watch_rule_version: Mapped[int | None] = mapped_column(
        ForeignKey(WatchRule.version, ondelete="RESTRICT"), unique=True
    )
    completion_rule_id: Mapped[int | None] = mapped_column(
        ForeignKey(CompletionRule.id, ondelete="RESTRICT"), unique=True
    )
    #: When what it gave was written down on its first day, and to how many.
    given_at: Mapped[datetime | None]
    given: Mapped[int | None]

    programme: Mapped[Programme | None] = relationship()

    @property
    def wanted(self) -> tuple[Condition, ...]:
        """The conditions that it sets."""
        return from_json(self.conditions or ())

    @property
    def trial_key(self) -> str:
        """The key of the job that tries it."""
        return f"rule-trial:{self.id}"


class RuleTrialLine(Base):
    """What a draft would do to the people of one lecture, or of one programme."""

    __tablename__ = "rule_trial_line"
    __table_args__ = (
        UniqueConstraint("rule_draft_id", "position"),
        CheckConstraint(
            "(lecture_id IS NULL) <> (programme_version_id IS NULL)", name="of_one_thing"
        ),
        CheckConstraint("gains BETWEEN 0 AND people - has", name="gains_among_the_others"),
        CheckConstraint("loses BETWEEN 0 AND has", name="loses_among_those_who_have"),
        CheckConstraint("keeps >= 0 AND keeps <= people", name="keeps_among_people"),
    )

    id: Mapped[IntPk]
    rule_draft_id: Mapped[int] = mapped_column(ForeignKey(RuleDraft.id))
    position: Mapped[int]
    lecture_id: Mapped[int | None] = mapped_column(
        ForeignKey(Lecture.id, ondelete="RESTRICT"), index=True
    )
    programme_version_id: Mapped[int | None] = mapped_column(
        ForeignKey(ProgrammeVersion.id, ondelete="RESTRICT"), index=True
    )
    #: Who began the lecture, or has a place on the programme.
    people: Mapped[int]
    #: Who has it now: has seen the lecture, or meets all conditions of the programme.
    has: Mapped[int]
    gains: Mapped[int]
    loses: Mapped[int]
    #: Of the lecture: who has seen it, with less than is now asked. Of the programme: whose
    #: completion is on record.
    keeps: Mapped[int]

    lecture: Mapped[Lecture | None] = relationship()
    programme_version: Mapped[ProgrammeVersion | None] = relationship()


class RuleTrialPerson(Base):
    """One human being to whom a draft would do something, under the key that stands for her."""

    __tablename__ = "rule_trial_person"

    rule_trial_line_id: Mapped[int] = mapped_column(
        ForeignKey(RuleTrialLine.id, ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), primary_key=True, index=True
    )
    effect: Mapped[Effect]
