"""Listens to ffmpeg's list of frames or packets (`framecrc`) and says where each track is."""

from dataclasses import dataclass, field
from fractions import Fraction

_NO_TIME = -(1 << 62)  # Below it a time stamp means that there is none.
_DISCARDED = 0x4  # A packet that an edit list cuts away; it is decoded, but never shown.
_LEAP_SECONDS = 10  # No lecture stands still so long between two pictures without somebody's slip.


@dataclass(slots=True)
class Track:
    """What of one track has come by so far, in ticks of its own clock."""

    tick: Fraction = Fraction(1)
    frames: int = 0
    first: int = 0
    last: int = 0
    end: int = 0
    leap: int = 0  # The longest stretch in which nothing came.
    is_orderly: bool = True  # No time stamp was missing, none went back by more than a second.
    _decoded_at: int | None = None

    def add(self, decoded_at: int, at: int, length: int) -> None:
        if at < _NO_TIME:
            self.is_orderly, at = False, decoded_at if decoded_at > _NO_TIME else self.end
        self._follow(decoded_at, at)
        self.first = min(self.first, at) if self.frames else at
        self.frames += 1
        self.last = max(self.last, at)
        self.end = max(self.end, at + max(length, 0))

    def _follow(self, decoded_at: int, at: int) -> None:
        if self.frames:
            self.leap = max(self.leap, at - self.end)
        if self._decoded_at is not None and decoded_at < self._decoded_at:
            self.is_orderly = False
        if at - self.end > _LEAP_SECONDS / self.tick and self.frames:
            self.is_orderly = False
        self._decoded_at = decoded_at

    def milliseconds(self, ticks: int) -> int:
        """Return so many ticks in milliseconds."""
        return int(ticks * self.tick * 1000)

    @property
    def first_ms(self) -> int:
        return self.milliseconds(self.first)

    @property
    def end_ms(self) -> int:
        """Return when the last frame ends; one that claims no length stands as long as others."""
        short = self.end if self.end > self.last else self.last + self._usual
        return self.milliseconds(short)

    @property
    def _usual(self) -> int:
        return round((self.last - self.first) / (self.frames - 1)) if self.frames > 1 else 0

    @property
    def leap_ms(self) -> int:
        return self.milliseconds(self.leap)

    @property
    def rate(self) -> Fraction:
        """Return how many frames a second there are, whatever the header says."""
        span = (self.last - self.first) * self.tick
        return (self.frames - 1) / span if span else Fraction(0)


@dataclass(slots=True)
class Frames:
    """The tracks of a run whose output is `framecrc`, as its lines come in."""

    tracks: dict[int, Track] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """Take one line of the list; others go by."""
        if line.startswith("#tb "):
            number, tick = line.removeprefix("#tb ").split(": ")
            self.tracks[int(number)] = Track(tick=Fraction(tick))
        elif line[:1].isdigit():
            number, decoded_at, at, length, _ = line.split(",", 4)
            if not _is_discarded(line):
                self.tracks[int(number)].add(int(decoded_at), int(at), int(length))

    def track(self, number: int) -> Track:
        """Return the track of the output with this number; an empty one if nothing came."""
        return self.tracks.get(number, Track())


def _is_discarded(line: str) -> bool:
    _, _, flags = line.partition("F=")
    return bool(flags and int(flags.split(",")[0], 16) & _DISCARDED)
