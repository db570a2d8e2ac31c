"""How a film is watched by all together, second by second: counted from time to time, kept here."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base
from elearn.media import MediumVersion


class WatchCurve(Base):
    """How many people watched each second of a version, watched it again, or left off there.

    It can be thrown away: all of it is counted from maps and evidence. No person stands in it.
    """

    __tablename__ = "watch_curve"
    __table_args__ = (
        CheckConstraint("people >= 0", name="people_not_negative"),
        CheckConstraint("finished BETWEEN 0 AND people", name="finished_are_people"),
        CheckConstraint("length >= 0", name="length_not_negative"),
    )

    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey(MediumVersion.id, ondelete="RESTRICT"), primary_key=True
    )
    #: The last visit to it that was noticed, and when that was opened.
    last_session_id: Mapped[int]
    opened_at: Mapped[datetime]
    #: None: it was never counted.
    counted_at: Mapped[datetime | None]
    people: Mapped[int] = mapped_column(default=0)
    finished: Mapped[int] = mapped_column(default=0)
    length: Mapped[int] = mapped_column(default=0)
    #: A number of 32 bits for each second, the lowest byte first.
    watched: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    again: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    left: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
