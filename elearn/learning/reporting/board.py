"""What the web processes of one machine know of each other: a piece of memory they share.

It is made before they part, and outlasts each of them. Nothing in it is promised to anybody.
"""

import mmap
import os
import struct
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import datetime
from zlib import crc32

_PLACES = 64
_PLACE = struct.Struct("<IIIIIQQI")
_TURNED, _AWAY = 1 << 15, struct.Struct("<QIHH")
_BEGIN_AWAY = _PLACES * _PLACE.size


@dataclass(frozen=True, slots=True)
class Figures:
    """How reports fare in one web process."""

    process: int
    told_at: int  # Seconds since 1970.
    interval: int  # How often players are told to report, in seconds.
    slow_ms: int  # How long reports wait for their answer, smoothed.
    per_minute: int  # Reports of the last whole minute.
    reports: int  # Since the process began …
    turned_away: int  # … and of these, how many were to come later.
    turned_away_at: int  # The last time, in seconds since 1970; 0 is never.


class Board:
    """Figures of each process, and what players were told that were turned away."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _BEGIN_AWAY + _TURNED * _AWAY.size)
        self._place: tuple[int, int] | None = None  # Of which process, and where.

    def put(self, figures: Figures) -> None:
        """Put up this process's figures."""
        place = self._own_place(figures.process)
        _PLACE.pack_into(self._memory, place * _PLACE.size, *astuple(figures))

    def figures(self) -> Iterator[Figures]:
        """Give the figures of the processes that are alive."""
        for place in range(_PLACES):
            found = Figures(*_PLACE.unpack_from(self._memory, place * _PLACE.size))
            if found.process and _is_alive(found.process):
                yield found

    def turn_away(self, session: str, interval: int, *, now: datetime) -> None:
        """Remember how often the player of a watch session was told to report."""
        place, key = _key(session)
        _AWAY.pack_into(self._memory, place, key, int(now.timestamp()), interval, 0)

    def told_while_away(self, session: str, *, now: datetime) -> int:
        """Return how often a player was told to report that was turned away lately; 0: none was."""
        place, key = _key(session)
        found, at, interval, _ = _AWAY.unpack_from(self._memory, place)
        is_hers = found == key and now.timestamp() <= at + 3 * interval
        return int(interval) if is_hers else 0

    def _own_place(self, process: int) -> int:
        if self._place is None or self._place[0] != process:
            own, places = process % _PLACES, range(_PLACES)
            order = (places[(own + step) % _PLACES] for step in places)
            self._place = process, next((one for one in order if self._is_free(one)), own)
        return self._place[1]

    def _is_free(self, place: int) -> bool:
        process = _PLACE.unpack_from(self._memory, place * _PLACE.size)[0]
        return not process or not _is_alive(process)


def _key(session: str) -> tuple[int, int]:
    """Return where a session stands, and by what it is known there."""
    name = session.encode()
    key = int.from_bytes(name[:8], "little") | 1  # None is 0.
    return _BEGIN_AWAY + crc32(name) % _TURNED * _AWAY.size, key


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
