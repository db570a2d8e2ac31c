"""The papers that changes of areas rest on, and the files in which changes came to us."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk


class AreaResolution(Base):
    """A resolution that changed areas: its number, and the day from which the change holds."""

    __tablename__ = "area_resolution"
    __table_args__ = (
        CheckConstraint("decided_on <= effective_on", name="decided_before_it_holds"),
    )

    id: Mapped[IntPk]
    number: Mapped[str] = mapped_column(String(60), unique=True)
    title: Mapped[str]
    #: Unknown for what was taken in from lists.
    decided_on: Mapped[date | None]
    effective_on: Mapped[date]


class AreaChange(Base):
    """A file of changes as it was received; it waits until somebody applies it.

    The same rows under the same number are the same file, whatever it is called.
    """

    __tablename__ = "area_change"
    __table_args__ = (
        CheckConstraint("decided_on <= effective_on", name="decided_before_it_holds"),
        CheckConstraint(
            "(applied_at IS NULL) = (resolution_id IS NULL)", name="applied_by_a_resolution"
        ),
    )

    id: Mapped[IntPk]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    number: Mapped[str] = mapped_column(String(60))
    title: Mapped[str]
    decided_on: Mapped[date]
    effective_on: Mapped[date]
    file_name: Mapped[str]
    #: The rows as they were read, as JSON: what was applied can be read again.
    rows: Mapped[str]
    received_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("area_resolution.id"), index=True)
    resolution: Mapped[AreaResolution | None] = relationship()
