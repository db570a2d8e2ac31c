"""Tables of what stands in a batch: its rows, and what has to be asked once for many of them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.people.models import Person
from elearn.people.roster.models.batches import RosterBatch
from elearn.people.roster.rules.verdicts import Answer, RowStatus


class QuestionKind(StrEnum):
    """What is asked once for all rows it concerns."""

    PLACE = "place"
    MOVE = "move"


class RosterQuestion(Base):
    """A question for a whole batch: into which heir a split commune goes, how posts were left."""

    __tablename__ = "roster_question"
    __table_args__ = (UniqueConstraint("batch_id", "kind", "about"),)

    id: Mapped[IntPk]
    batch_id: Mapped[int] = mapped_column(ForeignKey(RosterBatch.id))
    kind: Mapped[QuestionKind]
    #: What is asked about: the folded names of commune, district and province, with bars between.
    about: Mapped[str]
    #: The same as the file writes it.
    shown: Mapped[str]
    #: Keys to choose from (area ids, kinds of moves), the likeliest first.
    choices: Mapped[list[str]] = mapped_column(JSON)
    answer: Mapped[str | None]
    #: How many rows wait for it.
    rows: Mapped[int]


class RosterRow(Base):
    """A row of a file: what it said, what was understood, and what is to become of it."""

    __tablename__ = "roster_row"
    __table_args__ = (
        # Not unique: a list of contacts names a chair and a vice chair in one row.
        Index("ix_roster_row_batch_id_sheet", "batch_id", "sheet", "number"),
        CheckConstraint("number >= 1", name="rows_count_from_one"),
        Index("ix_roster_row_batch_id_status", "batch_id", "status", "id"),
        Index(
            "ix_roster_row_not_applied",
            *("batch_id", "id"),
            sqlite_where=text("applied_at IS NULL"),
            postgresql_where=text("applied_at IS NULL"),
        ),
        Index(
            "ix_roster_row_applied",
            *("batch_id", "id"),
            sqlite_where=text("applied_at IS NOT NULL"),
            postgresql_where=text("applied_at IS NOT NULL"),
        ),
    )

    id: Mapped[IntPk]
    batch_id: Mapped[int] = mapped_column(ForeignKey(RosterBatch.id))
    sheet: Mapped[str]
    #: As Excel shows it.
    number: Mapped[int]
    status: Mapped[RowStatus]
    #: The entry, with its original cells; empty once erased.
    entry: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: Reasons, differences, candidates.
    verdict: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: Whom the row means, as far as that is sure or was decided.
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    #: Of what was known of that person when the row was compared.
    digest: Mapped[str] = mapped_column(String(64), default="")
    answer: Mapped[Answer | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    #: What is asked once for this row and others, whether it was answered or not.
    question_id: Mapped[int | None] = mapped_column(ForeignKey(RosterQuestion.id), index=True)
    applied_at: Mapped[datetime | None]
    #: When all that it wrote was taken back.
    undone_at: Mapped[datetime | None]
    #: Why what it wrote was not taken back when its batch was: codes of `staying.NAMES`.
    stays: Mapped[list[list[str]] | None] = mapped_column(JSON(none_as_null=True))


class RosterAlias(Base):
    """As what files call somebody, as a person who compared them said: it is not asked again."""

    __tablename__ = "roster_alias"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    #: As names are compared, not as it was written.
    name_key: Mapped[str] = mapped_column(primary_key=True)
