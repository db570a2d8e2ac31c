"""How many new seconds a person may be credited: nobody watches faster than twice the clock."""

from dataclasses import dataclass, replace
from datetime import datetime

from elearn.learning.rules.seconds import Seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """The part of a watch rule that caps new seconds by the clock."""

    rate_percent: int  # What an hour of clock is worth: 200 is two hours of lecture.
    unspent_seconds: int  # What may stand unspent …
    unspent_intervals: int  # … or so many report intervals, if that is more.

    def most_unspent(self, told_interval: int) -> int:
        """Return the most milliseconds that may stand unspent."""
        return 1000 * max(self.unspent_seconds, self.unspent_intervals * told_interval)


@dataclass(frozen=True, slots=True)
class Budget:
    """What a person may still be credited, on any medium and from any device."""

    unspent: int  # Milliseconds.
    grown_at: datetime

    @classmethod
    def opened(cls, now: datetime) -> "Budget":
        """Return the budget of a person who has just begun: nothing yet."""
        return cls(0, now)

    def grown(self, now: datetime, limits: Limits, told_interval: int) -> "Budget":
        """Return the budget after the clock has run on; a clock set back takes nothing away."""
        if now <= self.grown_at:
            return self
        passed = (now - self.grown_at).total_seconds() * 1000
        unspent = self.unspent + int(passed * limits.rate_percent / 100)
        return Budget(min(unspent, limits.most_unspent(told_interval)), now)

    def spent(self, seconds: int) -> "Budget":
        return replace(self, unspent=self.unspent - 1000 * seconds)


@dataclass(frozen=True, slots=True)
class Credit:
    """What became of a claim."""

    held: Seconds  # All that is credited now.
    refused: Seconds  # Claimed, new, and over the budget: kept as evidence, not credited.
    budget: Budget


def credit(held: Seconds, claimed: Seconds, budget: Budget) -> Credit:
    """Credit the earliest new seconds that the budget allows.

    Seconds already held cost nothing, so a report may arrive twice, late or out of order.
    """
    new = claimed - held
    granted = new.first(budget.unspent // 1000)
    return Credit(held | granted, new - granted, budget.spent(len(granted)))
