"""What the leader's screen says was played before whom, and what of that cannot be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from elearn.learning.rules import Form, Seconds
from elearn.learning.rules.seconds import Range
from elearn.text import Message


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something was played, by our clock."""

    first: datetime
    last: datetime

    def overlaps(self, other: "Span") -> bool:
        return self.first < other.last and other.first < self.last

    def __or__(self, other: "Span") -> "Span":
        return Span(min(self.first, other.first), max(self.last, other.last))

    @property
    def seconds(self) -> float:
        return (self.last - self.first).total_seconds()


@dataclass(frozen=True, slots=True)
class Brought:
    """A stretch as it is reported: it may come again with more seconds, or with the same."""

    number: int
    form: Form
    present: tuple[int, ...]
    ranges: tuple[Range, ...]
    span: Span  # By the clock of the device.


@dataclass(frozen=True, slots=True)
class Refused:
    """Seconds, or a person, that a stretch was not credited with, and why."""

    number: int
    reason: Message
    person_id: int | None = None
    seconds: Seconds = Seconds()  # noqa: RUF009  # Frozen, and the same for all.


def as_ours(span: Span, ahead_ms: int, *, opened_at: datetime, until: datetime) -> Span:
    """Return a span of the device's clock by ours: no part lies outside of the viewing."""
    ahead = timedelta(milliseconds=ahead_ms)
    first, last = (_moved(moment, ahead) for moment in (span.first, span.last))
    return Span(*(min(max(moment, opened_at), until) for moment in (first, last)))


def _moved(moment: datetime, ahead: timedelta) -> datetime:
    try:
        return moment - ahead
    except OverflowError:  # A device may say the last hour of the year 9999.
        return moment
