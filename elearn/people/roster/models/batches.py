"""The table of batches: one file, and how far it has come."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.areas import Area
from elearn.db import Base, IntPk
from elearn.people.models import Person
from elearn.storage import StoredFile
from elearn.text import msg


class BatchState(StrEnum):
    """How far a batch has come; what ends in -ing is the work of a job."""

    READING = "reading"
    COLUMNS = "columns"
    COMPARING = "comparing"
    READY = "ready"
    COMMITTING = "committing"
    COMMITTED = "committed"
    UNDOING = "undoing"
    UNDONE = "undone"
    DISCARDED = "discarded"
    REFUSED = "refused"


#: Of which nothing is written yet, and in which rows can be decided upon.
UNWRITTEN = (BatchState.READING, BatchState.COLUMNS, BatchState.COMPARING, BatchState.READY)
DECIDABLE = (BatchState.READY, BatchState.COMMITTED)
BATCH_STATE_NAMES = {
    BatchState.READING: msg("Đang đọc tệp"),
    BatchState.COLUMNS: msg("Chờ khớp cột"),
    BatchState.COMPARING: msg("Đang so sánh"),
    BatchState.READY: msg("Chờ ghi"),
    BatchState.COMMITTING: msg("Đang ghi"),
    BatchState.COMMITTED: msg("Đã ghi"),
    BatchState.UNDOING: msg("Đang hoàn tác"),
    BatchState.UNDONE: msg("Đã hoàn tác"),
    BatchState.DISCARDED: msg("Đã bỏ"),
    BatchState.REFUSED: msg("Không đọc được"),
}


class RosterBatch(Base):
    """One file of a roster: who sent it, for which area, what was understood, what came of it."""

    __tablename__ = "roster_batch"
    __table_args__ = (
        CheckConstraint("file_name <> ''", name="file_has_a_name"),
        CheckConstraint("committed_at >= received_at", name="committed_after_received"),
        CheckConstraint("undone_at >= committed_at", name="undone_after_committed"),
        Index("ix_roster_batch_area_id_received_at", "area_id", "received_at", "id"),
    )

    id: Mapped[IntPk]
    #: Whose roster it is: rows outside its branch are errors.
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id))
    #: Nothing once it was let go, as it holds what its rows say of persons.
    file_id: Mapped[int | None] = mapped_column(ForeignKey(StoredFile.id), index=True)
    file_name: Mapped[str]
    #: Of the file: stays when the file has gone, so that the same one is known again.
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    state: Mapped[BatchState] = mapped_column(default=BatchState.READING)
    #: Sheets, headings, context: as guessed, then as confirmed.
    layout: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    #: From when posts are held that name no day of their own.
    since: Mapped[date | None]
    #: Why it could not be read, in the language of who sent it.
    refusal: Mapped[str | None]
    #: Post → the areas of today of whose holders the file speaks.
    covers: Mapped[dict[str, list[int]]] = mapped_column(JSON, default=dict)
    #: Who stands in the units of the file and is not in it.
    missing: Mapped[int | None]
    received_at: Mapped[datetime]
    #: Nobody if the operator did.
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    committed_at: Mapped[datetime | None]
    committed_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    #: When what its rows said of persons was erased.
    erased_at: Mapped[datetime | None]
    #: The newest change of the outbox when its rows were compared: who came later is looked at.
    seen_change: Mapped[int | None]

    area: Mapped[Area] = relationship()
    file: Mapped[StoredFile | None] = relationship()
