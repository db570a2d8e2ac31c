"""Tables of shared viewings: who led, what was played before whom, and who confirmed it."""

from datetime import datetime, timedelta

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.areas import Area
from elearn.catalogue import Lecture
from elearn.db import Base, IntPk
from elearn.learning.models import SharedViewingRule, WatchSession
from elearn.learning.rules import Confirmation, Form
from elearn.people import Person


class SharedViewing(Base):
    """One lecture before one screen, from its opening by the server to the leader's statement."""

    __tablename__ = "shared_viewing"
    __table_args__ = (
        CheckConstraint("ended_at >= opened_at", name="ended_after_opened"),
        CheckConstraint("stated_at IS NULL OR ended_at IS NOT NULL", name="stated_once_ended"),
        Index("ix_shared_viewing_led_by_opened_at", "led_by_id", "opened_at"),
        Index("ix_shared_viewing_area_opened_at", "area_id", "opened_at"),
    )

    id: Mapped[IntPk]
    token: Mapped[str] = mapped_column(String(32), unique=True)
    lecture_id: Mapped[int] = mapped_column(ForeignKey(Lecture.id, ondelete="RESTRICT"), index=True)
    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    length: Mapped[int]
    led_by_id: Mapped[int] = mapped_column(ForeignKey(Person.id, ondelete="RESTRICT"))
    #: From whose roster she marks who is present.
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id, ondelete="RESTRICT"))
    rule_version: Mapped[int] = mapped_column(
        ForeignKey(SharedViewingRule.version, ondelete="RESTRICT")
    )
    #: In which house, in her words; may be empty.
    place: Mapped[str] = mapped_column(String(200), default="")
    opened_at: Mapped[datetime]
    #: When she ended it, by our clock: what was played by then may still come.
    ended_at: Mapped[datetime | None]
    #: When the leader stated that those marked were there.
    stated_at: Mapped[datetime | None]

    lecture: Mapped[Lecture] = relationship()
    led_by: Mapped[Person] = relationship()
    area: Mapped[Area] = relationship()
    rule: Mapped[SharedViewingRule] = relationship()

    @property
    def open_until(self) -> datetime:
        """Return until when somebody may still say who was there."""
        return (self.ended_at or self.opened_at) + timedelta(days=self.rule.confirm_days)


class SharedStretch(Base):
    """What was played while the same people were present; it grows until somebody comes or goes."""

    __tablename__ = "shared_stretch"
    __table_args__ = (CheckConstraint("last_at >= first_at", name="in_order_of_time"),)

    viewing_id: Mapped[int] = mapped_column(
        ForeignKey(SharedViewing.id, ondelete="RESTRICT"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    form: Mapped[Form]
    played: Mapped[bytes] = mapped_column(LargeBinary)
    #: By our clock, as far as the device's can be put right.
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]


class SharedStretchPerson(Base):
    """Somebody who sat there during a stretch."""

    __tablename__ = "shared_stretch_person"
    __table_args__ = (
        ForeignKeyConstraint(
            ["viewing_id", "number"],
            ["shared_stretch.viewing_id", "shared_stretch.number"],
            ondelete="RESTRICT",
        ),
    )

    viewing_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), primary_key=True, index=True
    )


class SharedPresence(Base):
    """That somebody was there for a part of a shared viewing, and what became of it."""

    __tablename__ = "shared_presence"
    __table_args__ = (
        CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by IS NULL)", name="confirmed_by_some"
        ),
        CheckConstraint(
            "(watch_session_id IS NULL) = (confirmed_at IS NULL)", name="credited_once_confirmed"
        ),
        CheckConstraint("objected_at IS NULL OR objection <> ''", name="objected_in_words"),
        CheckConstraint("struck_at IS NULL OR confirmed_at IS NULL", name="struck_never_counts"),
    )

    viewing_id: Mapped[int] = mapped_column(
        ForeignKey(SharedViewing.id, ondelete="RESTRICT"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), primary_key=True, index=True
    )
    confirmed_at: Mapped[datetime | None]
    #: By the leader's statement or by herself.
    confirmed_by: Mapped[Confirmation | None]
    #: The visit under which her seconds stand as evidence, once credited.
    watch_session_id: Mapped[int | None] = mapped_column(
        ForeignKey(WatchSession.id, ondelete="RESTRICT"), unique=True
    )
    credited_seconds: Mapped[int] = mapped_column(default=0)
    #: How often a wrong code was typed for her.
    wrong_codes: Mapped[int] = mapped_column(default=0)
    #: When the leader, looking the list over, said that the mark was a mistake; it never counts.
    struck_at: Mapped[datetime | None]
    objected_at: Mapped[datetime | None]
    objection: Mapped[str] = mapped_column(String(500), default="")

    viewing: Mapped[SharedViewing] = relationship()
    person: Mapped[Person] = relationship()
    watch_session: Mapped[WatchSession | None] = relationship()
