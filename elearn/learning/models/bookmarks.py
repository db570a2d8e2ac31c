"""Places in a film that a learner marked for herself."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk
from elearn.media import MediumVersion
from elearn.people import Person


class Bookmark(Base):
    """One second of one version of a film that somebody wants to find again, and why.

    It stays at the version it was made in; where it lies in a later one is worked out when shown.
    """

    __tablename__ = "bookmark"
    __table_args__ = (
        CheckConstraint("second >= 0", name="second_not_negative"),
        Index("ix_bookmark_person_id", "person_id", "medium_version_id"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"))
    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey(MediumVersion.id, ondelete="RESTRICT"), index=True
    )
    second: Mapped[int]
    #: Her own words, or none.
    note: Mapped[str]
    made_at: Mapped[datetime]
