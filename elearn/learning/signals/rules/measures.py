"""The measures from which something is shown to a person: data with dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds of a person's day that exceed twice the clock."""

    refused_seconds: int


@dataclass(frozen=True, slots=True)
class Device:
    """Human beings who watch in one browser within a week."""

    persons: int


@dataclass(frozen=True, slots=True)
class Traces:
    """Visits of two persons that begin, go and end alike."""

    lectures: int
    seconds: int
    claimed_seconds: int
    crowd: int
    within_days: int


@dataclass(frozen=True, slots=True)
class Clock:
    """Leaps of a browser's clock within a week."""

    jumps: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Silence:
    """For how long nothing was heard."""

    silent_minutes: int


@dataclass(frozen=True)
class Measures:
    """A version of the measures."""

    version: int
    valid_from: date
    valid_to: date | None
    looked_back_days: int
    settled_minutes: int
    reopened_percent: int
    speed: Speed
    device: Device
    traces: Traces
    clock: Clock
    outage: Silence

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @cached_property
    def settled(self) -> timedelta:
        return timedelta(minutes=self.settled_minutes)

    @cached_property
    def looked_back(self) -> timedelta:
        return timedelta(days=self.looked_back_days)

    def has_grown(self, weight: int, judged: int) -> bool:
        """Return whether there is so much more of a signal that it is to be judged anew."""
        return weight * 100 >= judged * self.reopened_percent
