"""What is said in a version, in several languages."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.media.rules import LANGUAGE_NAMES


class Caption(Base):
    """What is said in a version, in one language, as WebVTT."""

    __tablename__ = "caption"
    __table_args__ = (UniqueConstraint("version_id", "language"),)

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    language: Mapped[str] = mapped_column(String(8))
    text: Mapped[str]
    changed_at: Mapped[datetime]

    @property
    def label(self) -> str:
        """Return the name of the language in that language."""
        return LANGUAGE_NAMES.get(self.language, self.language)
