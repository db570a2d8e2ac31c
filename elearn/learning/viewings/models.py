"""Tables of shared viewings: who led, what was played before whom, and who confirmed it."""

from datetime import datetime
from enum import StrEnum

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
from elearn.db import Base, IntPk, ValidTime, in_order_of_days
from elearn.learning.models import WatchSession
from elearn.learning.rules import Form
from elearn.people import Person


class Confirmation(StrEnum):
    """What makes a presence count."""

    STATEMENT = "statement"  # Who led states in the end who was there.
    CODE = "code"  # Each who was there says so herself, by her code or signed in.


class SharedViewingRule(ValidTime, Base):
    """A version of the rule for shared viewings."""

    __tablename__ = "shared_viewing_rule"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("most_present BETWEEN 1 AND 1000", name="present_in_measure"),
        CheckConstraint("most_a_day >= 1", name="allows_one_a_day"),
        CheckConstraint("confirm_days >= 1", name="leaves_a_day"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: How many may sit before one screen.
    most_present: Mapped[int]
    #: How many shared viewings one person may lead a day.
    most_a_day: Mapped[int]
    confirmation: Mapped[Confirmation]
    #: For how many days after its end presences may be confirmed, or objected to.
    confirm_days: Mapped[int]


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
    #: The leader's own visit, which really played it.
    watch_session_id: Mapped[int] = mapped_column(
        ForeignKey(WatchSession.id, ondelete="RESTRICT"), unique=True
    )
    rule_version: Mapped[int] = mapped_column(
        ForeignKey(SharedViewingRule.version, ondelete="RESTRICT")
    )
    #: In which house, in her words; may be empty.
    place: Mapped[str] = mapped_column(String(200), default="")
    opened_at: Mapped[datetime]
    #: When the last stretch ended by our clock.
    ended_at: Mapped[datetime | None]
    #: When the leader stated that those marked were there.
    stated_at: Mapped[datetime | None]
    #: What may still be played, in milliseconds, and up to when it has grown: the clock is the cap.
    unspent: Mapped[int] = mapped_column(default=0)
    grown_at: Mapped[datetime]

    lecture: Mapped[Lecture] = relationship()
    led_by: Mapped[Person] = relationship()
    area: Mapped[Area] = relationship()
    rule: Mapped[SharedViewingRule] = relationship()
    watch_session: Mapped[WatchSession] = relationship()


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
    objected_at: Mapped[datetime | None]
    objection: Mapped[str] = mapped_column(String(500), default="")

    viewing: Mapped[SharedViewing] = relationship()
    person: Mapped[Person] = relationship()
    watch_session: Mapped[WatchSession | None] = relationship()
