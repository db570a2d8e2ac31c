"""Files on their way to us: each comes in pieces, over days if need be, and goes on after a cut."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.media.models.media import Medium, MediumVersion
from elearn.media.reasons import said
from elearn.text import Message

TOKEN_LENGTH = 32


class UploadState(StrEnum):
    """How far a file is on its way to being a version."""

    RECEIVING = "receiving"
    #: All bytes are here; the worker has yet to look at them.
    WHOLE = "whole"
    TAKEN = "taken"
    REFUSED = "refused"
    REMOVED = "removed"
    EXPIRED = "expired"


#: It ended, and its bytes are needed no more.
ENDED = (UploadState.TAKEN, UploadState.REMOVED, UploadState.EXPIRED)
#: It waits for its owner, and not for ever.
WAITING = (UploadState.RECEIVING, UploadState.REFUSED)
#: Its bytes lie with us, or were promised room.
HELD = (UploadState.RECEIVING, UploadState.WHOLE, UploadState.REFUSED)


class FileUpload(Base):
    """One file that a person sends; she alone may go on with it, see it or take it back."""

    __tablename__ = "file_upload"
    __table_args__ = (
        CheckConstraint("received BETWEEN 0 AND length", name="received_within_length"),
        CheckConstraint("(state = 'refused') = (reason IS NOT NULL)", name="refused_for_a_reason"),
        CheckConstraint("(state = 'taken') = (version_id IS NOT NULL)", name="taken_as_a_version"),
        CheckConstraint(
            "state NOT IN ('whole', 'taken', 'refused') OR received = length", name="whole_is_all"
        ),
        CheckConstraint("(writer IS NULL) = (writer_until IS NULL)", name="writer_for_so_long"),
        CheckConstraint(
            "cleared_at IS NULL OR state IN ('taken', 'removed', 'expired')", name="cleared_ended"
        ),
        Index("ix_file_upload_person_id_state", "person_id", "state"),
        Index("ix_file_upload_state_expires_at", "state", "expires_at"),
    )

    id: Mapped[IntPk]
    #: The end of its address, which nobody can guess; its pieces lie below the same name.
    token: Mapped[str] = mapped_column(String(TOKEN_LENGTH), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    #: The network it was begun from: the audit entry of its version says so.
    origin: Mapped[str] = mapped_column(String(60))
    #: What it replaces the file of; none: it becomes a new medium.
    medium_id: Mapped[int | None] = mapped_column(
        ForeignKey("medium.id", ondelete="RESTRICT"), index=True
    )
    title: Mapped[str]
    file_name: Mapped[str] = mapped_column(String(255))
    #: What the sender's page knows the same file by, when it is chosen again.
    fingerprint: Mapped[str] = mapped_column(String(100))
    #: `Upload-Metadata` as it came: the protocol gives it back word for word.
    told: Mapped[str] = mapped_column(Text)
    length: Mapped[int] = mapped_column(BigInteger)
    #: Bytes that would outlast a power cut; never more than are there.
    received: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[UploadState] = mapped_column(default=UploadState.RECEIVING)
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    #: Which request is writing now; another may once this moment has passed without a word of it.
    writer: Mapped[str | None] = mapped_column(String(40))
    writer_until: Mapped[datetime | None]
    begun_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    #: When its bytes were removed.
    cleared_at: Mapped[datetime | None]
    version_id: Mapped[int | None] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    medium: Mapped[Medium | None] = relationship()
    version: Mapped[MediumVersion | None] = relationship()

    @property
    def job_key(self) -> str:
        """Return the key of the job that looks at it once it is whole."""
        return f"media.receive {self.id}"

    @property
    def folder(self) -> str:
        """Return below which name its pieces lie in the store."""
        return f"uploads/{self.token}"

    @property
    def is_open(self) -> bool:
        """Return whether bytes of it are still to come."""
        return self.state is UploadState.RECEIVING

    @property
    def told_reason(self) -> Message | None:
        return said(self.reason) if self.reason else None


class UploadPiece(Base):
    """Some bytes of an upload, which lie in the store as a piece until the file is put together."""

    __tablename__ = "upload_piece"
    __table_args__ = (
        Unique("upload_id", "start"),
        CheckConstraint("size >= 1", name="size_some"),
    )

    id: Mapped[IntPk]
    upload_id: Mapped[int] = mapped_column(ForeignKey("file_upload.id", ondelete="RESTRICT"))
    start: Mapped[int] = mapped_column(BigInteger)
    size: Mapped[int]
    name: Mapped[str] = mapped_column(String(100))
