"""Places on programmes, watch sessions, the map of watched seconds, and the evidence for it."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elearn.catalogue import ProgrammeVersion
from elearn.db import Base, IntPk, ValidTime, in_order_of_days
from elearn.learning.rules import Form, Limits, SessionKind
from elearn.people import Person


class WatchRule(ValidTime, Base):
    """A version of the rule when a lecture counts as seen, and how fast seconds may come in."""

    __tablename__ = "watch_rule"
    __table_args__ = (
        in_order_of_days(),
        CheckConstraint("seen_share_percent BETWEEN 1 AND 100", name="seen_share_is_a_share"),
        CheckConstraint("rate_percent >= 100", name="rate_allows_plain_watching"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seen_share_percent: Mapped[int]
    rate_percent: Mapped[int]
    unspent_seconds: Mapped[int]
    unspent_intervals: Mapped[int]
    idle_seconds: Mapped[int]

    @property
    def limits(self) -> Limits:
        return Limits(self.rate_percent, self.unspent_seconds, self.unspent_intervals)


class Enrolment(Base):
    """A person's place on a version of a programme."""

    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("person_id", "programme_version_id"),)

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    programme_version_id: Mapped[int] = mapped_column(
        ForeignKey("programme_version.id", ondelete="RESTRICT"), index=True
    )
    enrolled_at: Mapped[datetime]

    person: Mapped[Person] = relationship()
    programme_version: Mapped[ProgrammeVersion] = relationship()


class WatchSession(Base):
    """One visit to a lecture on one device, from its opening by the server to its end.

    All that is played from what one lease brought is one visit, as is what one person is credited
    of one shared viewing.
    """

    __tablename__ = "watch_session"
    __table_args__ = (
        CheckConstraint("closed_at >= opened_at", name="closed_after_opened"),
        Index("ix_watch_session_open", "person_id", "closed_at"),
        Index("ix_watch_session_opened_at", "opened_at"),
    )

    id: Mapped[IntPk]
    token: Mapped[str] = mapped_column(String(32), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), index=True
    )
    kind: Mapped[SessionKind] = mapped_column(
        default=SessionKind.ONLINE, server_default=SessionKind.ONLINE
    )
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    device: Mapped[str] = mapped_column(String(200))
    #: Which browser it was: a number that one browser draws for itself and keeps. NULL: none told.
    browser: Mapped[str | None] = mapped_column(String(32), index=True)
    #: How far the device's clock ran ahead of ours, as measured when the session was opened.
    clock_ahead_ms: Mapped[int | None] = mapped_column(BigInteger)


class WatchMap(Base):
    """Which seconds of a medium version are credited to a person: one bit a second."""

    __tablename__ = "watch_map"
    __table_args__ = (
        CheckConstraint("seconds BETWEEN 0 AND length", name="seconds_within_length"),
        CheckConstraint("position BETWEEN 0 AND length", name="position_within_length"),
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    medium_version_id: Mapped[int] = mapped_column(
        ForeignKey("medium_version.id", ondelete="RESTRICT"), primary_key=True, index=True
    )
    bits: Mapped[bytes] = mapped_column(LargeBinary)
    seconds: Mapped[int]
    length: Mapped[int]
    position: Mapped[int]
    changed_at: Mapped[datetime]
    #: The new parts of a film whose other parts she knew from the version before: bits, or none.
    required: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: Which of these seconds she was first credited for being present where others watched too.
    shared: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: When the seconds first reached the share that the rule of that day asked for.
    seen_at: Mapped[datetime | None]
    #: The version of the watch rule by which it was seen: a later one takes nothing away. It has
    #: no index: each would be written with every report, and no version is ever deleted.
    seen_by: Mapped[int | None] = mapped_column(
        ForeignKey("watch_rule.version", ondelete="RESTRICT")
    )


class WatchBudget(Base):
    """What one person may still be credited; the row is the lock for all her reports."""

    __tablename__ = "watch_budget"
    __table_args__ = (
        CheckConstraint("unspent >= 0", name="unspent_not_negative"),
        CheckConstraint("leased_unspent >= 0", name="leased_unspent_not_negative"),
        CheckConstraint("leased_owed >= 0", name="leased_owed_not_negative"),
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), primary_key=True
    )
    unspent: Mapped[int]
    grown_at: Mapped[datetime]
    told_interval: Mapped[int]
    #: The same for what she plays without a line: it grows while a lease of hers runs.
    leased_unspent: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    #: What she was credited in other ways since it last grew: the growth to come pays for it first.
    leased_owed: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    #: Up to when it has grown; NULL: she never had a lease.
    leased_grown_at: Mapped[datetime | None]


class WatchEvidence(Base):
    """What one watch session claimed in one form: every second, credited or over the budget."""

    __tablename__ = "watch_evidence"

    watch_session_id: Mapped[int] = mapped_column(
        ForeignKey("watch_session.id", ondelete="RESTRICT"), primary_key=True
    )
    form: Mapped[Form] = mapped_column(primary_key=True)
    claimed: Mapped[bytes] = mapped_column(LargeBinary)
    refused: Mapped[bytes] = mapped_column(LargeBinary)
    credited_seconds: Mapped[int]
    reports: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    #: From when to when it was played by the clock of the device, as that clock stood.
    device_first_at: Mapped[datetime | None]
    device_last_at: Mapped[datetime | None]
