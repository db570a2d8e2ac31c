"""Slow and obviously right: the figures of coverage by plain loops over plain rows.

It is written from the definition of a figure alone and knows nothing of the engine: no query, no
table, no event. It asks of every person whether she counts on the day, and counts.
"""

from datetime import date, datetime

from tests.coverage.oracle.asking import Figure, Question
from tests.coverage.oracle.figures import figure
from tests.coverage.oracle.ground import Ground
from tests.coverage.oracle.knowing import Known, known
from tests.coverage.oracle.rows import World

__all__ = ["Figure", "Oracle", "Question", "World"]


class Oracle:
    """Answers questions about a world; what it found out for one it remembers for the next."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._known: dict[datetime | None, Known] = {}
        self._grounds: dict[tuple[datetime | None, date | None], Ground] = {}

    def figure(self, asked: Question, known_at: datetime | None = None) -> Figure:
        """Return a figure by what was known at a moment, or is now."""
        if known_at not in self._known:
            self._known[known_at] = known(self.world, known_at)
        seen, key = self._known[known_at], (known_at, asked.map_day)
        if key not in self._grounds:
            self._grounds[key] = Ground(seen, asked.map_day)
        return figure(seen, self._grounds[key], asked)
