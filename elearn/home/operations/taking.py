"""How the web processes of this machine fare with reports of players."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from elearn import learning

_LATELY_SECONDS = 300
#: A process writes on the board when it takes reports: what stands there longer was another minute.
_MINUTE_HOLDS_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Taking:
    """The figures of each web process that has taken reports, and whether some were put off."""

    processes: tuple[learning.reporting.Figures, ...]
    is_behind: bool

    @property
    def per_minute(self) -> int:
        return sum(one.per_minute for one in self.processes)


def taking(figures: Iterable[learning.reporting.Figures], now: datetime) -> Taking:
    """Return how reports are taken, as the processes have it on their board."""
    fresh = now.timestamp() - _MINUTE_HOLDS_SECONDS
    processes = [
        one if one.told_at > fresh else replace(one, per_minute=0)
        for one in sorted(figures, key=lambda one: one.process)
    ]
    since = now.timestamp() - _LATELY_SECONDS
    return Taking(tuple(processes), any(one.turned_away_at > since for one in processes))
