"""Versions given to learners: when, in place of which, and what becomes of what was watched."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base
from elearn.media.rules import Change, ReplacementPolicy


class Release(Base):
    """A version was given to learners; the newest one of a medium is played. It never changes."""

    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint("(policy IS NULL) = (replaces_id IS NULL)", name="policy_where_replacing"),
        CheckConstraint("replaces_id < version_id", name="replaces_an_older"),
    )

    version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), primary_key=True
    )
    #: The version played until then; none for the first.
    replaces_id: Mapped[int | None] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), unique=True
    )
    policy: Mapped[ReplacementPolicy | None]
    #: What is new, for those who watched the earlier version.
    note: Mapped[str] = mapped_column(String(500), default="")
    released_at: Mapped[datetime]
    #: Nobody: the first version is released when it is ready.
    released_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    changes: Mapped[list["ReleaseChange"]] = relationship(order_by="ReleaseChange.number")


class ReleaseChange(Base):
    """A stretch of a version, and the stretch of the version before that it stands for; seconds."""

    __tablename__ = "release_change"
    __table_args__ = (
        CheckConstraint("old_start BETWEEN 0 AND old_end", name="old_in_order"),
        CheckConstraint("new_start BETWEEN 0 AND new_end", name="new_in_order"),
        CheckConstraint("old_start < old_end OR new_start < new_end", name="something_changed"),
    )

    version_id: Mapped[int] = mapped_column(
        ForeignKey("release.version_id", ondelete="RESTRICT"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    old_start: Mapped[int]
    old_end: Mapped[int]
    new_start: Mapped[int]
    new_end: Mapped[int]

    @property
    def as_change(self) -> Change:
        return Change((self.old_start, self.old_end), (self.new_start, self.new_end))
