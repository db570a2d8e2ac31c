"""The thing to watch or to listen to, and the versions of it, one for each uploaded file."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.jobs import Job
from elearn.media.models.captions import CAPTION_ORDER, Caption
from elearn.media.models.releases import Release
from elearn.media.models.renditions import Rendition
from elearn.media.reasons import said
from elearn.storage import StoredFile
from elearn.text import Message, fold, msg


class VersionState(StrEnum):
    """How far an uploaded file is on its way to being watched."""

    WAITING = "waiting"
    AT_WORK = "at_work"
    READY = "ready"
    FAILED = "failed"


STATE_NAMES = {
    VersionState.WAITING: msg("Chờ xử lý"),
    VersionState.AT_WORK: msg("Đang xử lý"),
    VersionState.READY: msg("Sẵn sàng"),
    VersionState.FAILED: msg("Lỗi"),
}


def _folded_title(row: Any) -> str:
    return fold(row.get_current_parameters()["title"])


class Medium(Base):
    """A thing to watch or to listen to, whatever file it is played from at the moment."""

    __tablename__ = "medium"

    id: Mapped[IntPk]
    title: Mapped[str]
    title_folded: Mapped[str] = mapped_column(default=_folded_title)
    #: Nobody: it came from the shell or from a job.
    created_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    created_at: Mapped[datetime]
    versions: Mapped[list["MediumVersion"]] = relationship(
        back_populates="medium", order_by="MediumVersion.number.desc()"
    )


class MediumVersion(Base):
    """One uploaded file of a medium; from READY on nothing of it changes but its captions."""

    __tablename__ = "medium_version"
    __table_args__ = (
        UniqueConstraint("medium_id", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("(state = 'failed') = (reason IS NOT NULL)", name="failed_for_a_reason"),
        CheckConstraint("(state = 'ready') = (ready_at IS NOT NULL)", name="ready_at_a_time"),
        CheckConstraint("state <> 'ready' OR duration_ms >= 1000", name="ready_has_length"),
    )

    id: Mapped[IntPk]
    medium_id: Mapped[int] = mapped_column(ForeignKey("medium.id", ondelete="RESTRICT"))
    number: Mapped[int]
    source_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    #: What the file was called where it came from.
    file_name: Mapped[str] = mapped_column(String(255))
    uploaded_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    uploaded_at: Mapped[datetime]
    state: Mapped[VersionState] = mapped_column(default=VersionState.WAITING)
    #: Why it cannot be watched, and what people should know although it can: messages as data.
    reason: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    remark: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    #: What really decodes, never what a header claims.
    duration_ms: Mapped[int | None]
    poster_id: Mapped[int | None] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    ready_at: Mapped[datetime | None]
    medium: Mapped[Medium] = relationship(back_populates="versions")
    source: Mapped[StoredFile] = relationship(foreign_keys=source_id)
    poster: Mapped[StoredFile | None] = relationship(foreign_keys=poster_id)
    release: Mapped[Release | None] = relationship(
        foreign_keys=Release.version_id,
        primaryjoin="MediumVersion.id == Release.version_id",
        viewonly=True,
        uselist=False,
    )
    renditions: Mapped[list[Rendition]] = relationship(order_by=Rendition.bandwidth.desc())
    captions: Mapped[list[Caption]] = relationship(order_by=CAPTION_ORDER)

    @property
    def job_key(self) -> str:
        """Return the key of the job that transcodes it."""
        return f"media.transcode {self.id}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (VersionState.WAITING, VersionState.AT_WORK)

    @property
    def told_reason(self) -> Message | None:
        return said(self.reason) if self.reason else None

    @property
    def told_remark(self) -> Message | None:
        return said(self.remark) if self.remark else None

    @property
    def seconds(self) -> int:
        """Return how many whole seconds there are to be watched."""
        return (self.duration_ms or 0) // 1000


def is_stuck(version: MediumVersion, job: Job | None) -> bool:
    """Return whether nothing will happen to a version unless somebody has it tried again.

    A job whose workers died again and again ends without a word to the version; and one that was
    just ending is not begun anew for somebody who asks at that moment.
    """
    if version.is_under_way:
        return job is None or job.is_over
    return version.state is VersionState.FAILED
