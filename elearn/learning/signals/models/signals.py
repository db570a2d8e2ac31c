"""The tables of signals: what was found, whom it is about, on which visits it rests, who judged."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.db import Base, IntPk
from elearn.learning.models import WatchSession
from elearn.learning.signals.models.outages import Outage
from elearn.learning.signals.rules.kinds import SignalKind, SignalState, Verdict
from elearn.people import Person


class Signal(Base):
    """Something unusual in how lectures were watched, for a person to judge; it decides nothing."""

    __tablename__ = "signal"
    __table_args__ = (
        UniqueConstraint("kind", "key"),
        CheckConstraint("last_at >= first_at", name="in_order_of_time"),
        CheckConstraint("weight >= 1", name="weighs_something"),
        Index("ix_signal_state_found_at", "state", "found_at"),
        Index("ix_signal_last_at", "last_at"),
    )

    id: Mapped[IntPk]
    kind: Mapped[SignalKind]
    #: What it is one of: a person's day, a browser's week, some persons together.
    key: Mapped[str] = mapped_column(String(80))
    state: Mapped[SignalState] = mapped_column(default=SignalState.OPEN)
    #: How much of it there is, in the unit of its kind: seconds, persons, lectures, leaps.
    weight: Mapped[int]
    #: From how much on it is found, and the version of the measures that says so.
    measure: Mapped[int]
    measures_version: Mapped[int]
    #: What a page tells beside the weight, by name.
    numbers: Mapped[dict[str, int]] = mapped_column(JSON)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    found_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    #: A break in the service into which all its visits fall.
    outage_id: Mapped[int | None] = mapped_column(
        ForeignKey(Outage.id, ondelete="RESTRICT"), index=True
    )

    outage: Mapped[Outage | None] = relationship()
    judgements: Mapped[list["SignalJudgement"]] = relationship(
        order_by="SignalJudgement.id.desc()", back_populates="signal"
    )


class SignalPerson(Base):
    """That a signal is about a person, by the key that stood for her when it was found."""

    __tablename__ = "signal_person"

    signal_id: Mapped[int] = mapped_column(ForeignKey(Signal.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), primary_key=True, index=True
    )


class SignalSession(Base):
    """That a signal rests on a watch session: its evidence can be opened."""

    __tablename__ = "signal_session"

    signal_id: Mapped[int] = mapped_column(ForeignKey(Signal.id), primary_key=True)
    watch_session_id: Mapped[int] = mapped_column(
        ForeignKey(WatchSession.id, ondelete="RESTRICT"), primary_key=True, index=True
    )


class SignalJudgement(Base):
    """What a person made of a signal, and how much of it there was then; never altered."""

    __tablename__ = "signal_judgement"

    id: Mapped[IntPk]
    signal_id: Mapped[int] = mapped_column(ForeignKey(Signal.id), index=True)
    verdict: Mapped[Verdict]
    note: Mapped[str]
    weight: Mapped[int]
    judged_at: Mapped[datetime]
    #: Nobody, if it was done from the shell.
    judged_by_id: Mapped[int | None] = mapped_column(
        ForeignKey(Person.id, ondelete="RESTRICT"), index=True
    )

    signal: Mapped[Signal] = relationship(back_populates="judgements")
    judged_by: Mapped[Person | None] = relationship()


class WatchTwin(Base):
    """Two visits of two persons to one film that began, went and ended alike."""

    __tablename__ = "watch_twin"
    __table_args__ = (
        CheckConstraint("first_session_id < second_session_id", name="the_earlier_is_first"),
    )

    first_session_id: Mapped[int] = mapped_column(
        ForeignKey(WatchSession.id, ondelete="RESTRICT"), primary_key=True
    )
    second_session_id: Mapped[int] = mapped_column(
        ForeignKey(WatchSession.id, ondelete="RESTRICT"), primary_key=True, index=True
    )
    began_at: Mapped[datetime] = mapped_column(index=True)


class SignalLook(Base):
    """Up to when evidence was looked at, and when the worker was last at work: one row."""

    __tablename__ = "signal_look"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[IntPk]
    looked_until: Mapped[datetime]
    beat_at: Mapped[datetime]
