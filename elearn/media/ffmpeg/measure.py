"""Finds how long a file really plays by decoding it all: headers lie, recordings break off."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.command import MEMORY_MB
from elearn.media.ffmpeg.probe import Probe
from elearn.media.ffmpeg.refusals import Unusable, beyond_measure
from elearn.text import msg

LONGEST_HOURS = 6  # A whole day of a class is cut into lectures; more is a camera left running.
LEAST_MS = 1000

# Decoding runs at some ten times the speed of playing; two hours hold the longest film.
LIMITS = Limits(wall_seconds=7200, cpu_seconds=14400, memory_mb=MEMORY_MB)

Progress = Callable[[int, int], None]


def unwatched(_done_ms: int, _total_ms: int) -> None:
    """Let progress go by."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a file really holds, track by track; nothing that did not decode is in it."""

    picture_ms: int
    sound_ms: int
    rate: Fraction

    @property
    def duration_ms(self) -> int:
        return max(self.picture_ms, self.sound_ms)


@dataclass(slots=True)
class _Track:
    """The frames of one track that have come by so far."""

    tick: Fraction = Fraction(1)
    frames: int = 0
    first: int = 0
    last: int = 0
    end: int = 0

    def add(self, at: int, length: int) -> None:
        self.first = at if not self.frames else self.first
        self.frames += 1
        self.last = max(self.last, at)
        self.end = max(self.end, at + length)

    @property
    def milliseconds(self) -> int:
        return int(self.end * self.tick * 1000)

    @property
    def rate(self) -> Fraction:
        """Return how many frames a second there are, whatever the header says."""
        span = (self.last - self.first) * self.tick
        return (self.frames - 1) / span if span else Fraction(0)


@dataclass(slots=True)
class _Listener:
    """Reads ffmpeg's list of decoded frames (`framecrc`) as it grows."""

    tracks: dict[int, _Track] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        if line.startswith("#tb "):
            number, tick = line.removeprefix("#tb ").split(": ")
            self.tracks[int(number)] = _Track(tick=Fraction(tick))
        elif not line.startswith("#"):
            number, _, at, length, *_ = line.split(",")
            self.tracks[int(number)].add(int(at), int(length))


def measure(path: Path, probe: Probe, progress: Progress = unwatched) -> Measure:
    """Decode the whole file and return how long its tracks are.

    :raise Unusable: if a track cannot be decoded, or too little or too much of it can.
    """
    listener = _Listener()

    def hear(line: str) -> None:
        listener.hear(line)
        if (track := listener.tracks.get(0)) and track.frames % 100 == 0:
            progress(track.milliseconds, max(track.milliseconds, probe.claimed_ms or 0))

    command.run(_decoding(path, probe), LIMITS, hear, failure=refusals.CANNOT_DECODE)
    return _judged(probe, [listener.tracks.get(number, _Track()) for number in (0, 1)])


def _decoding(path: Path, probe: Probe) -> ffmpeg.nodes.OutputStream:
    """Return the run that lists each decoded frame; tiny ones, because their bytes are summed."""
    file = command.source(path)
    tracks = []
    if probe.picture:
        tracks.append(file[str(probe.picture.track)].filter("scale", 16, 16, flags="neighbor"))
    if probe.sound:
        tracks.append(file[str(probe.sound.track)].filter("aresample", 8000))
    return ffmpeg.output(
        *tracks, "pipe:1", format="framecrc", fps_mode="passthrough", t=LONGEST_HOURS * 3600 + 60
    )


def _judged(probe: Probe, tracks: list[_Track]) -> Measure:
    picture = tracks.pop(0) if probe.picture else None
    sound = tracks.pop(0) if probe.sound else None
    if any(track is not None and not track.frames for track in (picture, sound)):
        raise Unusable(refusals.CANNOT_DECODE)
    measured = Measure(
        picture_ms=picture.milliseconds if picture else 0,
        sound_ms=sound.milliseconds if sound else 0,
        rate=picture.rate if picture else Fraction(0),
    )
    if measured.duration_ms < LEAST_MS:
        raise Unusable(refusals.TOO_SHORT)
    if measured.duration_ms > LONGEST_HOURS * 3_600_000:
        hours = msg("hơn %(count)s giờ", count=LONGEST_HOURS)
        raise Unusable(beyond_measure(msg("Độ dài"), hours, msg("%(n)s giờ", n=LONGEST_HOURS)))
    return measured
