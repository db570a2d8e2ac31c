"""What may be played without a line, and how many seconds of it may be credited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from elearn.learning.rules.budget import Limits


class LeaseEnd(StrEnum):
    """Why a lease ended before its day."""

    DELETED = "deleted"  # She deleted the copy.
    SIGNED_OUT = "signed_out"  # She signed out, and the copy was deleted with that.
    REPLACED = "replaced"  # The same lecture was fetched anew.


@dataclass(frozen=True, slots=True)
class Leased:
    """What one lease is to the purse: which film, how long that is, and from when to when it ran.

    All by our clock: what the clock of a phone shows is worth nothing here.
    """

    version_id: int
    length: int  # Seconds.
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class LeasePurse:
    """What a person may still be credited of what she plays without a line, on any phone.

    It grows while a lease of hers runs. What she is credited by players with a line in that time
    is owed to it, since no minute is worth twice the clock two times over; only growth pays for
    it, so what was saved in a village waits whole until the phone comes home.
    """

    unspent: int  # Milliseconds.
    owed: int
    grown_at: datetime

    @classmethod
    def opened(cls, now: datetime) -> "LeasePurse":
        """Return the purse of a person who takes her first lease: nothing yet."""
        return cls(0, 0, now)

    def grown(
        self, now: datetime, leases: Sequence[Leased], limits: Limits, *, most_owed: int
    ) -> "LeasePurse":
        """Return the purse after the clock has run on, over all leases that ran meanwhile.

        It never holds more than the films have that were ever leased. Of what is owed no more
        stays than `most_owed`, the most that players with a line can have saved.
        """
        if now <= self.grown_at:
            return self
        growth = int(_ran(leases, self.grown_at, now) * limits.rate_percent / 100)
        most = 1000 * sum({one.version_id: one.length for one in leases}.values())
        unspent = min(self.unspent + max(0, growth - self.owed), max(most, self.unspent))
        return LeasePurse(unspent, min(max(0, self.owed - growth), most_owed), now)

    def spent(self, seconds: int) -> "LeasePurse":
        return replace(self, unspent=self.unspent - 1000 * seconds)

    def owing(self, seconds: int) -> "LeasePurse":
        """Return the purse after so many seconds were credited in another way."""
        return replace(self, owed=self.owed + 1000 * seconds)


def _ran(leases: Iterable[Leased], since: datetime, until: datetime) -> float:
    """Return for how many milliseconds at least one lease ran between two moments."""
    ran, last = 0.0, since
    for start, end in sorted((one.since, min(one.until, until)) for one in leases):
        if end > last:
            ran += (end - max(start, last)).total_seconds()
            last = end
    return ran * 1000
