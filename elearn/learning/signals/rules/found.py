"""What is looked at, and what comes of it: values between the record and the tables of signals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from elearn import clock
from elearn.learning.rules import Form, Seconds
from elearn.learning.signals.rules.kinds import SignalKind

MOST_SESSIONS = 300  # Of one signal are kept to be opened, the latest.


@dataclass(frozen=True, slots=True)
class Window:
    """The evidence last heard of after one moment and up to another, of visits not too old."""

    since: datetime
    until: datetime
    opened_since: datetime


@dataclass(frozen=True, slots=True)
class Trace:
    """What one visit claimed in one form; the person by the key that stands for her."""

    session_id: int
    person_id: int
    version_id: int
    form: Form
    browser: str | None
    opened_at: datetime
    first_at: datetime
    last_at: datetime
    claimed: bytes
    has_refused: bool
    has_clock: bool
    #: Whether it was told as it was played: what waited on phones comes in together.
    is_live: bool = True


@dataclass(frozen=True, slots=True)
class Overrun:
    """What of one visit went beyond the budget, and what of that film is held by now."""

    session_id: int
    version_id: int
    opened_at: datetime
    last_at: datetime
    refused: Seconds
    held: Seconds


@dataclass(frozen=True, slots=True)
class Stay:
    """One visit in a browser, with its own clock: how far ahead it ran, and what it said."""

    session_id: int
    person_id: int
    opened_at: datetime
    last_at: datetime
    ahead_ms: int | None = None
    played_from: datetime | None = None
    played_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """What a signal is one of."""

    kind: SignalKind
    key: str


@dataclass(frozen=True, slots=True)
class Found:
    """A signal as it was just found."""

    name: Key
    weight: int
    measure: int
    numbers: Mapping[str, int]
    first_at: datetime
    last_at: datetime
    person_ids: frozenset[int]
    session_ids: frozenset[int]


def week_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_at(moment: datetime) -> date:
    """Return the Monday of the week in which a moment lies where the users live."""
    return week_of(clock.day_of(moment))
