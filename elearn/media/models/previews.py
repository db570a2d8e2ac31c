"""Links by which somebody without an account looks at one version, to say what she thinks of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.media.models.media import MediumVersion


class Preview(Base):
    """A link to one version; whoever has it may look, until it runs out or is taken back."""

    __tablename__ = "preview"
    __table_args__ = (
        CheckConstraint("created_at < expires_at", name="lasts"),
        CheckConstraint(
            "(taken_back_at IS NULL) = (taken_back_by_id IS NULL)", name="taken_back_by_somebody"
        ),
    )

    id: Mapped[IntPk]
    version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    #: Whom it was made for, as its maker calls her.
    note: Mapped[str] = mapped_column(String(120))
    created_by_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
    taken_back_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    #: To the hour: it tells the maker that her reviewer has looked, not when she sat down.
    opened_at: Mapped[datetime | None]
    version: Mapped[MediumVersion] = relationship()

    def is_open(self, now: datetime) -> bool:
        return self.taken_back_at is None and now < self.expires_at
