"""How often players shall report, and whether one more report can be taken now: load decides.

Each web process finds out by itself: from how much of its time goes into reports, and from how long
these wait for their answer.
"""

import logging
import math
import os
import threading
from dataclasses import dataclass, replace

from elearn import clock
from elearn.learning.reporting.board import Board, Figures

log = logging.getLogger(__name__)

MOST_INTERVAL = 300
#: Above either of these the interval grows: seconds for an answer, and the share of time used …
_SLOW_SECONDS, _MUCH = 0.15, 1 / 3
#: … and below both of these it shrinks again.
_QUICK_SECONDS, _LITTLE = 0.06, 1 / 6
_UP_PER_S, _DOWN_PER_S = 0.05, 0.02  # So fast, as a share of itself a second.
_LATELY_SECONDS = 60  # Of what other processes tell, and between two warnings.
_MEMORY_SECONDS = 3.0  # Over so long both are smoothed.
#: A report that would wait longer for its answer is turned away.
PATIENCE_SECONDS = 0.25
#: A disk may hold everything up for a moment; after so long something is broken.
STALL_SECONDS = 5.0
#: So many are taken at once.
MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Took:
    """Reports answered together: when, how long the first waited, and how long they took."""

    at: float  # By a clock that is never set.
    waited: float
    worked: float
    reports: int


class Pace:
    """What this process tells players, by what it went through lately."""

    def __init__(self, interval: int, board: Board) -> None:
        """Tell `interval` seconds as long as nothing is slow; show the figures on the board."""
        self._least, self.board = interval, board
        self._told = float(interval)
        self._slow, self._used, self._work = 0.0, 0.0, 0.0
        self._at, self._minute, self._count = 0.0, 0, 0
        self._figures = Figures(0, 0, interval, 0, 0, 0, 0, 0)
        self._lock = threading.Lock()

    @property
    def interval(self) -> int:
        """Return how often players are told to report, in seconds."""
        return round(self._told)

    def is_behind(self, waiting: int, oldest_seconds: float) -> bool:
        """Return whether one more would wait too long behind those who wait."""
        wait = (
            waiting // MOST_AT_ONCE * self._work
        )  # All that wait are taken at once, up to a number.
        return wait > PATIENCE_SECONDS or oldest_seconds > STALL_SECONDS

    def took(self, one: Took) -> None:
        """Take in how long some reports took."""
        with self._lock:
            if not self._at:
                self._begin()
            passed = max(0.0, one.at - self._at)
            self._at = one.at
            fresh = 1 - math.exp(-passed / _MEMORY_SECONDS)
            self._slow += fresh * (one.waited + one.worked - self._slow)
            self._used += fresh * (min(1.0, one.worked / passed if passed else 1.0) - self._used)
            self._work += 0.2 * (one.worked - self._work)
            self._move(passed)
            self._show(one.reports)

    def turn_away(self, sessions: list[str]) -> int:
        """Remember who is turned away, and return in how many seconds they may come again."""
        now = clock.now()
        with self._lock:
            if self._figures.turned_away_at < now.timestamp() - _LATELY_SECONDS:
                log.warning("too many watch reports: players are told to come later")
            count = self._figures.turned_away + 1
            self._figures = replace(
                self._figures, turned_away=count, turned_away_at=int(now.timestamp())
            )
        for session in sessions:
            self.board.turn_away(session, self.interval, now=now)
        return self.interval

    def _begin(self) -> None:
        """Go on with what the other processes tell: this one may stand in for one that died."""
        lately = clock.now().timestamp() - _LATELY_SECONDS
        told = [one.interval for one in self.board.figures() if one.told_at > lately]
        self._told = float(max([self._least, *told]))

    def _move(self, passed: float) -> None:
        """Have the interval follow: up by no more than a second's worth at once."""
        if self._slow > _SLOW_SECONDS or self._used > _MUCH:
            self._told *= math.exp(_UP_PER_S * min(passed, 1.0))
        elif self._slow < _QUICK_SECONDS and self._used < _LITTLE:
            self._told *= math.exp(-_DOWN_PER_S * min(passed, 1000.0))
        self._told = min(max(self._told, self._least), max(MOST_INTERVAL, self._least))

    def _show(self, reports: int) -> None:
        now = int(clock.now().timestamp())
        before = self._figures
        per_minute = before.per_minute
        if now // 60 != self._minute:
            per_minute = self._count if now // 60 == self._minute + 1 else 0
            self._minute, self._count = now // 60, 0
        self._count += reports
        self._figures = replace(
            before,
            process=os.getpid(),
            told_at=now,
            interval=self.interval,
            slow_ms=int(self._slow * 1000),
            per_minute=per_minute,
            reports=before.reports + reports,
        )
        self.board.put(self._figures)
