"""What will be made of a film, decided before anything is encoded."""

from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from hashlib import sha256
from typing import Self

from elearn.media.ffmpeg.ladder import SEGMENT_SECONDS, Rung, frame_rate, rungs
from elearn.media.ffmpeg.loudness import Loudness
from elearn.media.ffmpeg.measure import Measure
from elearn.media.ffmpeg.probe import Probe
from elearn.media.rules.storyboards import interval

PART_SECONDS = 300  # A killed worker loses this much at most; a multiple of every segment.
_REST_MS = 1000  # Of less there may be no picture to find slides by: it ends the part before it.


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes, rate and length of what is made, and how long the parts are it is made in."""

    rungs: tuple[Rung, ...]
    rate: Fraction
    duration_ms: int
    sound_ms: int
    loudness: Loudness | None
    tile_seconds: int
    part_seconds: int = PART_SECONDS

    @property
    def seconds(self) -> float:
        return self.duration_ms / 1000

    @property
    def parts(self) -> int:
        """Return how many parts there are; a rest of a moment makes none of its own."""
        return max(1, -(-(self.duration_ms - _REST_MS) // (self.part_seconds * 1000)))

    def first_picture(self, part: int) -> int:
        """Return the number of the picture a part begins with."""
        return int(part * self.part_seconds * self.rate)

    def part_at(self, milliseconds: int) -> int:
        """Return the number of the part that plays just before a moment."""
        return min(max(0, milliseconds - 1) // (self.part_seconds * 1000), self.parts - 1)

    def lasting(self, milliseconds: int) -> Self:
        """Return the same for a film that turned out to be of another length."""
        return replace(self, duration_ms=milliseconds)

    def recipe(self, program: str) -> str:
        """Return a word for the way parts are made, in which any change shows.

        How long and how loud the film is changes none of its parts.
        """
        facts = asdict(self) | {"loudness": None, "duration_ms": 0, "sound_ms": 0}
        return sha256(f"{program} {facts}".encode()).hexdigest()


def planned(
    probe: Probe, measure: Measure, *, is_still: bool = False, part_seconds: int = PART_SECONDS
) -> Plan:
    """Return what becomes of a film that holds this."""
    if part_seconds % SEGMENT_SECONDS:
        raise ValueError(part_seconds)
    return Plan(
        rungs=rungs(probe.picture.width, probe.picture.height) if probe.picture else (),
        rate=frame_rate(measure.rate, is_still=is_still),
        duration_ms=measure.duration_ms,
        sound_ms=measure.sound_ms,
        loudness=measure.loudness,
        tile_seconds=interval(measure.duration_ms / 1000),
        part_seconds=part_seconds,
    )
