"""How far a person is with one lecture, and what is still missing."""

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from elearn.learning.rules.seconds import Range, Seconds

LEAST_CELLS, MOST_CELLS = 24, 60


@dataclass(frozen=True, slots=True)
class Standing:
    """What is credited to a person of one medium, measured by a rule."""

    held: Seconds
    length: int  # Whole seconds of the medium.
    share_percent: int  # How much of it must be watched.
    position: int = 0  # The second where she was last.
    #: It was seen by the rule of its day, or an earlier version of the medium was: that stays true.
    was_seen: bool = False
    #: The new parts of a film whose other parts she knew: of these alone the rule asks its share.
    required: Seconds = field(default_factory=Seconds)
    #: What of the seconds held she was credited for being present where others watched too.
    shared: Seconds = field(default_factory=Seconds)

    @property
    def needed(self) -> int:
        """Return how many distinct seconds the rule asks for."""
        return self._share_of(self.length)

    @property
    def lacking(self) -> int:
        """Return how many seconds are missing: of the whole or, if more, of its new parts."""
        if self.was_seen:
            return 0
        new = self._share_of(len(self.required)) - len(self.held & self.required)
        return max(0, self.needed - len(self.held), new)

    def _share_of(self, seconds: int) -> int:
        return ceil(seconds * self.share_percent / 100)

    @property
    def is_seen(self) -> bool:
        return self.length > 0 and self.lacking == 0

    @property
    def is_begun(self) -> bool:
        return len(self.held) > 0

    def cells(self) -> list[float]:
        """Return the seen strip: for each slice of equal time, which part of it is held (0–1).

        A slice is at least a second: an empty one could never be seen.
        """
        count = min(self.length, MOST_CELLS, max(LEAST_CELLS, self.length // 60))
        edges = [self.length * place // count for place in range(count + 1)] if count else []
        return [self.held.within(start, end) / (end - start) for start, end in pairwise(edges)]

    def gaps(self, shortest: int = 5) -> list[Range]:
        """Return the stretches not yet watched, leaving out what is too short to look for."""
        missing = self.held.missing(self.length)
        return [(start, end) for start, end in missing.ranges() if end - start >= shortest]
