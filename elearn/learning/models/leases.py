"""Leases: what a phone may play without a line, and the rule they are given by."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import Lecture
from elearn.db import Base, IntPk, ValidTime, in_order_of_days
from elearn.learning.models.watching import WatchSession
from elearn.learning.rules import LeaseEnd


class LeaseRule(ValidTime, Base):
    """A version of the rule how long a lecture may stay on a phone, and how many of one person."""

    __tablename__ = "lease_rule"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("lease_days >= 1", name="lasts_a_day"),
        CheckConstraint("most_leases >= 1", name="allows_one"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lease_days: Mapped[int]
    #: How many lectures one person may have on her phones at once.
    most_leases: Mapped[int]


class OfflineLease(Base):
    """Leave to keep one lecture on one phone and to play it without a line, until a moment.

    What is played under it is told as of its watch session, whose device and browser are the
    phone's. It outlives the copy: what was played is taken whenever it comes.
    """

    __tablename__ = "offline_lease"
    __table_args__ = (
        CheckConstraint("expires_at > issued_at", name="expires_after_issue"),
        CheckConstraint("ended_at >= issued_at", name="ended_after_issue"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="an_end_has_a_reason"),
        Index("ix_offline_lease_person_expires", "person_id", "expires_at"),
    )

    id: Mapped[IntPk]
    token: Mapped[str] = mapped_column(String(32), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    watch_session_id: Mapped[int] = mapped_column(
        ForeignKey("watch_session.id", ondelete="RESTRICT"), unique=True
    )
    lecture_id: Mapped[int] = mapped_column(ForeignKey(Lecture.id, ondelete="RESTRICT"), index=True)
    #: Which weight of the film was fetched: "240p", "slides", "audio".
    weight: Mapped[str] = mapped_column(String(40))
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    rule_version: Mapped[int] = mapped_column(ForeignKey("lease_rule.version", ondelete="RESTRICT"))
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[LeaseEnd | None]

    lecture: Mapped[Lecture] = relationship()
    watch_session: Mapped[WatchSession] = relationship()
