"""Envelopes: what one phone played under one lease, and why one of them cannot be taken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from elearn.learning.rules import Form, LeaseEnd, Range

#: The longest line: every second second of five hours in three forms is shorter.
MOST_BYTES = 300_000
MOST_REPORTS = 12


class Reason(StrEnum):
    """Why an envelope was not taken."""

    UNREADABLE = "unreadable"  # Not as envelopes are written; perhaps by a newer phone.
    LOST = "lost"  # Sealed by us, and its lease is not here: an older backup was put back.
    FORGED = "forged"  # It names a lease of ours, and was not sealed by its key.
    ELSEWHERE = "elsewhere"  # Neither its lease nor its seal is ours.
    OUTSIDE = "outside"  # It tells only of seconds that its film does not have.

    @property
    def may_pass(self) -> bool:
        """Return whether it may be taken another time."""
        return self in (Reason.UNREADABLE, Reason.LOST)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was played in one form, when it was by the clock of the phone, and up to where."""

    form: Form
    ranges: tuple[Range, ...]
    position: int
    played: tuple[datetime, datetime] | None


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a line says, if its seal is true; if not, only which lease it names."""

    lease: str
    is_sealed: bool
    number: int = 0
    ahead_ms: int | None = None
    stretches: tuple[Stretch, ...] = ()
    ended: LeaseEnd | None = None

    def seconds_of(self, length: int) -> int:
        """Return how many distinct seconds of a film it tells of, in whatever form."""
        told, last = 0, 0
        for start, end in sorted(span for one in self.stretches for span in one.ranges):
            until = min(end, length)
            if until > last:
                told += max(0, until - max(start, last))
                last = until
        return told
