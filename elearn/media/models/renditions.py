"""The weights of a version."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.media.rules import RenditionKind
from elearn.storage import StoredFile


class Rendition(Base):
    """One weight of a version: a file played by byte ranges, and the playlist of them."""

    __tablename__ = "rendition"
    __table_args__ = (
        UniqueConstraint("version_id", "name"),
        CheckConstraint("size_bytes > 0", name="size_positive"),
        CheckConstraint("(kind = 'video') = (height IS NOT NULL)", name="only_video_has_height"),
        CheckConstraint("kind <> 'video' OR name = height || 'p'", name="name_tells_height"),
        CheckConstraint("(kind = 'sound_aac') = (name = 'audio')", name="aac_is_named_audio"),
        CheckConstraint("(kind = 'sound_opus') = (name = 'opus')", name="opus_is_named_opus"),
        CheckConstraint("(width IS NULL) = (height IS NULL)", name="width_with_height"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    kind: Mapped[RenditionKind]
    #: The true height ("720p", "240p", "406p"), or "audio" and "opus".
    name: Mapped[str] = mapped_column(String(10))
    width: Mapped[int | None]
    height: Mapped[int | None]
    size_bytes: Mapped[int]
    bandwidth: Mapped[int]
    average_bandwidth: Mapped[int]
    codecs: Mapped[str] = mapped_column(String(60))
    playlist: Mapped[str]
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    file: Mapped[StoredFile] = relationship()

    @property
    def media_type(self) -> str:
        return self.kind.media_type
