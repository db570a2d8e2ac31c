"""The table of what a batch wrote, so that it can be taken back."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.people.roster.models.batches import RosterBatch
from elearn.people.roster.models.rows import RosterRow


class ChangeAct(StrEnum):
    """What was done to a row of a table."""

    INSERT = "insert"
    EDIT = "edit"
    SUPERSEDE = "supersede"


class RosterChange(Base):
    """A row that a batch inserted, edited or superseded, in the order in which it did."""

    __tablename__ = "roster_change"
    __table_args__ = (
        Index("ix_roster_change_batch_id", "batch_id", "id"),
        Index("ix_roster_change_of_row", "of_table", "of_id"),
    )

    id: Mapped[IntPk]
    batch_id: Mapped[int] = mapped_column(ForeignKey(RosterBatch.id))
    row_id: Mapped[int] = mapped_column(ForeignKey(RosterRow.id), index=True)
    act: Mapped[ChangeAct]
    #: The table and the key of what was written; no foreign key: undoing deletes what it names.
    of_table: Mapped[str] = mapped_column(String(40))
    of_id: Mapped[int]
    #: What an edit found, by column; empty for the others.
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: What it put there, so that a later edit of the same is seen.
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    undone_at: Mapped[datetime | None]
