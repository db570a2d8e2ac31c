"""How a film is watched by many: how many watched each second, again, and where they left off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

#: Of fewer people no curve is shown: each of them could be made out.
LEAST_PEOPLE = 5
MOST_POINTS = 180
MOST_ROWS = 24
#: Whoever has not come back for so long has left off.
LEFT_AFTER = timedelta(days=1)
_PACE = timedelta(minutes=15)
_LASTS = timedelta(hours=2)  # So long after it was opened a visit may still bring seconds.
_AT_ONCE = 4000
_NEAR = 3  # Stretches on either side: of two peaks so near one is told.
_SHORTEST = 5  # Seconds of a stretch, where a film is long enough.

Counts = NDArray[np.int32]


def is_due(opened_at: datetime, counted_at: datetime | None, now: datetime) -> bool:
    """Return whether a film that was last opened then is to be counted anew.

    While it is watched, every quarter of an hour; and once more when all who left off have done so.
    """
    if counted_at is None:
        return True
    settled = opened_at + _LASTS + LEFT_AFTER
    is_watched = counted_at < opened_at + _LASTS and counted_at <= now - _PACE
    return is_watched or counted_at < settled <= now


def counted(sets: Iterable[int], length: int) -> Counts:
    """Return of how many of these sets of seconds (a bit each) every second is a member."""
    total, width, whole = np.zeros(length, np.int32), (length + 7) // 8, (1 << length) - 1
    rest = iter(sets)
    while some := [bits & whole for bits in islice(rest, _AT_ONCE)]:
        packed = b"".join(bits.to_bytes(width, "little") for bits in some)
        rows = np.frombuffer(packed, np.uint8).reshape(len(some), width)
        total += np.unpackbits(rows, axis=1, count=length, bitorder="little").sum(
            axis=0, dtype=np.int32
        )
    return total


def placed(seconds: Iterable[int], length: int) -> Counts:
    """Return how many of these places lie in every second; the end belongs to the last one."""
    places = np.fromiter(seconds, np.int64)
    inside = np.clip(places, 0, max(length - 1, 0))
    return np.bincount(inside, minlength=length)[:length].astype(np.int32)


def as_bytes(counts: Counts) -> bytes:
    return counts.astype("<i4").tobytes()


def from_bytes(kept: bytes) -> Counts:
    return np.frombuffer(kept, "<i4").astype(np.int32)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some seconds of a film: about how many watched them, how many again, how many left off."""

    start: int
    end: int
    watched: int
    again: int
    left: int


@dataclass(frozen=True, slots=True)
class Curve:
    """How all together watched one version of a film."""

    people: int
    finished: int
    watched: Counts
    again: Counts
    left: Counts

    @property
    def length(self) -> int:
        return int(self.watched.size)

    @property
    def is_shown(self) -> bool:
        """Whether so many watched it that no single person can be made out."""
        return self.people >= LEAST_PEOPLE and self.length > 0

    def stretches(self, most: int) -> list[Stretch]:
        """Return the film in so many parts of equal time at most; watching is their mean."""
        count = max(1, min(most, self.length // _SHORTEST))
        edges = [self.length * place // count for place in range(count + 1)]
        return [self._stretch(start, end) for start, end in pairwise(edges)]

    def _stretch(self, start: int, end: int) -> Stretch:
        watched, again = (
            round(float(counts[start:end].mean())) for counts in (self.watched, self.again)
        )
        return Stretch(start, end, watched, again, int(self.left[start:end].sum()))


def peaks(stretches: Sequence[Stretch], what: str, most: int = 3) -> list[Stretch]:
    """Return the stretches with the most of something, the greatest first.

    Each stands out: it is the first highest of its neighbourhood, is twice the mean at least, and
    is of so many people that none of them can be made out.
    """
    values = [getattr(one, what) for one in stretches]
    least = max(LEAST_PEOPLE, 2 * sum(values) / max(1, len(values)))
    high = [
        one
        for place, one in enumerate(stretches)
        if values[place] >= least and _is_first(values, place)
    ]
    return sorted(high, key=lambda one: (-getattr(one, what), one.start))[:most]


def _is_first(values: Sequence[int], place: int) -> bool:
    """Return whether a value is greater than those shortly before and no less than those after."""
    before, after = values[max(0, place - _NEAR) : place], values[place + 1 : place + 1 + _NEAR]
    return all(one < values[place] for one in before) and all(one <= values[place] for one in after)
