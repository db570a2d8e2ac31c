"""The chapters of a version, as whoever made its file named them."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk

LONGEST_TITLE = 200


class Chapter(Base):
    """A stretch of a version that has a name, from its moment to the next chapter's."""

    __tablename__ = "chapter"
    __table_args__ = (
        UniqueConstraint("version_id", "start_ms"),
        CheckConstraint("start_ms >= 0", name="start_not_negative"),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(ForeignKey("medium_version.id", ondelete="RESTRICT"))
    start_ms: Mapped[int]
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
