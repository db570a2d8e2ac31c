"""The table of outages: when the service was away, where, and who says so."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.areas import Area
from elearn.db import Base, IntPk
from elearn.learning.signals.rules.kinds import OutageSource
from elearn.people import Person


class Outage(Base):
    """A time in which reports could not come in as usual; one that was a mistake is withdrawn."""

    __tablename__ = "outage"
    __table_args__ = (
        CheckConstraint("ended_at > began_at", name="in_order_of_time"),
        CheckConstraint(
            "(source = 'found') = (what = '')", name="what_was_entered_says_what_happened"
        ),
        Index("ix_outage_ended_at", "ended_at", "began_at"),
    )

    id: Mapped[IntPk]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    #: Where; NULL: everywhere.
    area_id: Mapped[int | None] = mapped_column(
        ForeignKey(Area.id, ondelete="RESTRICT"), index=True
    )
    what: Mapped[str]
    source: Mapped[OutageSource]
    recorded_at: Mapped[datetime]
    entered_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )
    withdrawn_at: Mapped[datetime | None]

    entered_by: Mapped[Person | None] = relationship()

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None
