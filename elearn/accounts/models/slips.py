"""Slips of paper with codes, a file for each commune; a file holds secrets and is soon removed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.storage import StoredFile


class SlipBatch(Base):
    """An order of slips for everybody in an area who has not signed in yet."""

    __tablename__ = "slip_batch"

    id: Mapped[IntPk]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    made_at: Mapped[datetime]
    #: Nobody: ordered from the shell.
    made_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    #: Slips handed out before are made void and printed anew, too.
    anew: Mapped[bool]


class SlipSheet(Base):
    """The slips of one commune: ordered, drawn, fetched, and removed."""

    __tablename__ = "slip_sheet"
    __table_args__ = (
        UniqueConstraint("batch_id", "area_id"),
        CheckConstraint("slips >= 0", name="slips_not_negative"),
        CheckConstraint("drawn_at IS NOT NULL OR file_id IS NULL", name="file_was_drawn"),
        CheckConstraint("removed_at IS NULL OR file_id IS NULL", name="removed_has_no_file"),
    )

    id: Mapped[IntPk]
    batch_id: Mapped[int] = mapped_column(ForeignKey("slip_batch.id", ondelete="RESTRICT"))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    #: How many were ordered; once drawn, how many are on the paper.
    slips: Mapped[int]
    drawn_at: Mapped[datetime | None]
    fetched_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]
    file_id: Mapped[int | None] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )

    file: Mapped[StoredFile | None] = relationship()
