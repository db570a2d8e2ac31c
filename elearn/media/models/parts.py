"""Pieces of a film under way: what one worker has finished, another need not make again."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.storage import StoredFile


class TranscodePart(Base):
    """Some minutes of a film in all sizes, in one file; gone once the version is ready."""

    __tablename__ = "transcode_part"
    __table_args__ = (
        UniqueConstraint("version_id", "number"),
        CheckConstraint("number >= 0", name="number_from_nought"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    number: Mapped[int]
    #: How it was made; what was made otherwise, or by another ffmpeg, does not fit beside it.
    recipe: Mapped[str] = mapped_column(String(64))
    file_id: Mapped[int] = mapped_column(
        ForeignKey("stored_file.id", ondelete="RESTRICT"), index=True
    )
    made_at: Mapped[datetime]
    file: Mapped[StoredFile] = relationship()
