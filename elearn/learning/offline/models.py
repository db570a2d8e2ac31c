"""Report files: what phones without a line had played, as somebody brought it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.learning.models import OfflineLease
from elearn.people import Person


class EnvelopeState(StrEnum):
    """What became of an envelope."""

    TAKEN = "taken"  # What it says was taken in, as far as the lease allows.
    KNOWN = "known"  # The very same envelope had come before.
    REFUSED = "refused"  # It can never be taken: of another server, or not as its lease signed it.
    QUARANTINED = "quarantined"  # It cannot be read or taken now; it may be tried again.


class ReportFile(Base):
    """A file of envelopes as it was brought, and by whom."""

    __tablename__ = "report_file"

    id: Mapped[IntPk]
    name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int]
    #: The site whose page wrote it, and of how many envelopes; both as its first line says.
    host: Mapped[str] = mapped_column(String(100), default="")
    announced: Mapped[int | None]
    brought_by_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    brought_at: Mapped[datetime]

    brought_by: Mapped[Person] = relationship()
    envelopes: Mapped[list["ReportEnvelope"]] = relationship(
        order_by="ReportEnvelope.place", back_populates="file"
    )


class ReportEnvelope(Base):
    """One envelope of a report file. What was not taken is kept as it came."""

    __tablename__ = "report_envelope"
    __table_args__ = (
        UniqueConstraint("report_file_id", "place"),
        CheckConstraint("(raw IS NULL) = (state IN ('taken', 'known'))", name="keeps_what_waits"),
        CheckConstraint("(reason = '') = (state IN ('taken', 'known'))", name="says_why_not"),
        CheckConstraint("(retry_at IS NULL) = (state <> 'quarantined')", name="waits_for_a_moment"),
        Index("ix_report_envelope_retry_at", "retry_at"),
    )

    id: Mapped[IntPk]
    report_file_id: Mapped[int] = mapped_column(ForeignKey("report_file.id", ondelete="RESTRICT"))
    #: Which it is in the file, counted from 1.
    place: Mapped[int]
    state: Mapped[EnvelopeState]
    #: Why it was not taken, by the key of a sentence.
    reason: Mapped[str] = mapped_column(String(40), default="")
    raw: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: Whose it is, if it names a lease of ours that signed it.
    offline_lease_id: Mapped[int | None] = mapped_column(
        ForeignKey(OfflineLease.id, ondelete="RESTRICT"), index=True
    )
    claimed_seconds: Mapped[int] = mapped_column(default=0)
    credited_seconds: Mapped[int] = mapped_column(default=0)
    #: Seconds that nothing paid for yet.
    refused_seconds: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    tried_at: Mapped[datetime]
    #: When it is tried again by itself.
    retry_at: Mapped[datetime | None]

    file: Mapped[ReportFile] = relationship(back_populates="envelopes")
    lease: Mapped[OfflineLease | None] = relationship()
