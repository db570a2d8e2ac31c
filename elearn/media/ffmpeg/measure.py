"""Finds what a file really holds before it is encoded: headers lie, recordings break off.

The sound is decoded whole, which costs little. Pictures are only counted here, packet by packet,
with their true times; they are decoded once, by the run that encodes them, which has the last word.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.command import MEMORY_MB
from elearn.media.ffmpeg.frames import Frames, Track
from elearn.media.ffmpeg.ladder import SAMPLE_RATE
from elearn.media.ffmpeg.loudness import Loudness, loudness_in
from elearn.media.ffmpeg.probe import Probe
from elearn.media.ffmpeg.refusals import Unusable, beyond_measure
from elearn.text import msg

LONGEST_HOURS = 6  # A whole day of a class is cut into lectures; more is a camera left running.
LEAST_MS = 1000
MOST_RATE = 300  # Slow-motion cameras have 240; more is made to hurt.
MOST_FRAMES = LONGEST_HOURS * 3600 * MOST_RATE
_HOUR_MS = 3_600_000

# Sound decodes at hundreds of times the speed of playing; the rest is reading the disk.
LIMITS = Limits(wall_seconds=1800, cpu_seconds=1800, memory_mb=MEMORY_MB)

Progress = Callable[[int, int], None]


def unwatched(_done_ms: int, _total_ms: int) -> None:
    """Let progress go by."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a file holds, track by track, on ffmpeg's own clock: 0 is where the earliest begins."""

    picture_ms: int
    sound_ms: int
    rate: Fraction
    picture_from_ms: int = 0
    sound_from_ms: int = 0
    #: The longest stretch in which neither track has anything new.
    leap_ms: int = 0
    #: None: there is no sound, or it is silent all along.
    loudness: Loudness | None = None

    @property
    def duration_ms(self) -> int:
        return max(self.picture_ms, self.sound_ms)


def measure(path: Path, probe: Probe, progress: Progress = unwatched) -> Measure:
    """Decode the sound, count the pictures, and return how long the tracks are.

    :raise Unusable: if nothing can be read, or too little or too much of it can.
    """
    frames = Frames()

    def hear(line: str) -> None:
        frames.hear(line)
        if (track := frames.track(0)).frames % 500 == 1:
            _refuse_endless(track)
            progress(track.end_ms, max(track.end_ms, probe.claimed_ms or 0))

    reading = _reading(path, probe)
    finished = command.run(reading, LIMITS, hear, failure=refusals.CANNOT_DECODE, level="info")
    picture = frames.track(0) if probe.picture else Track()
    sound = frames.track(1 if probe.picture else 0) if probe.sound else Track()
    _refuse_undecodable(probe, picture, sound)
    measured = _measure(picture, sound, loudness_in(finished.complaint))
    _refuse_lengths(measured)
    progress(measured.duration_ms, measured.duration_ms)
    return measured


def _reading(path: Path, probe: Probe) -> Any:
    """Return the run that lists the packets of the pictures and the frames of the sound."""
    file = command.source(path)
    tracks, copied = [], {}
    if probe.picture:
        tracks.append(file[str(probe.picture.track)])
        copied = {"vcodec": "copy"}
    if probe.sound:
        sound = file[str(probe.sound.track)].filter("aresample", SAMPLE_RATE)
        mono = sound.filter("aformat", channel_layouts="mono")
        tracks.append(mono.filter("ebur128", framelog="verbose", peak="sample"))
    most = {"t": LONGEST_HOURS * 3600 + 60}
    return ffmpeg.output(*tracks, "pipe:1", format="framecrc", **copied, **most)


def _measure(picture: Track, sound: Track, loudness: Loudness | None) -> Measure:
    return Measure(
        picture_ms=picture.end_ms,
        sound_ms=sound.end_ms,
        rate=picture.rate,
        picture_from_ms=picture.first_ms,
        sound_from_ms=sound.first_ms,
        leap_ms=min(one.leap_ms for one in (picture, sound) if one.frames),
        loudness=loudness,
    )


def _refuse_undecodable(probe: Probe, picture: Track, sound: Track) -> None:
    """Refuse a film whose pictures or sound are there and cannot be read, or come too fast."""
    if (probe.picture and not picture.frames) or (probe.sound and not sound.frames):
        raise Unusable(refusals.CANNOT_DECODE)
    if picture.rate > MOST_RATE:
        _refuse_rate(picture.rate)


def _refuse_endless(track: Track) -> None:
    if track.frames > MOST_FRAMES:
        _refuse_rate(track.rate)


def _refuse_rate(rate: Fraction) -> None:
    raise Unusable(beyond_measure(msg("Số hình một giây"), round(rate), MOST_RATE))


def _refuse_lengths(measured: Measure) -> None:
    if measured.duration_ms < LEAST_MS:
        raise Unusable(refusals.too_short(measured.duration_ms))
    if measured.duration_ms <= LONGEST_HOURS * _HOUR_MS:
        return
    if measured.duration_ms - measured.leap_ms <= LONGEST_HOURS * _HOUR_MS:
        raise Unusable(refusals.TIMES_LEAP)
    hours = msg("hơn %(count)s giờ", count=LONGEST_HOURS)
    raise Unusable(beyond_measure(msg("Độ dài"), hours, msg("%(n)s giờ", n=LONGEST_HOURS)))
