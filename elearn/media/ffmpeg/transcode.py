"""Turns a film into everything it is watched by: pictures in parts, sound whole, both joined."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from elearn import confined
from elearn.confined import Limits
from elearn.media.ffmpeg import assembling, pictures, refusals, sounding, stillness
from elearn.media.ffmpeg.encoded import Encoded
from elearn.media.ffmpeg.measure import Measure, Progress, unwatched
from elearn.media.ffmpeg.passage import Site
from elearn.media.ffmpeg.plan import PART_SECONDS, planned
from elearn.media.ffmpeg.poster import poster
from elearn.media.ffmpeg.probe import Probe
from elearn.media.ffmpeg.refusals import Unusable
from elearn.media.ffmpeg.shelf import NoShelf, Shelf, part_file
from elearn.media.ffmpeg.storyboard import storyboard
from elearn.media.rules import SOUND_NAMES, Sheet

_MOST_ASTRAY_MS = 200
_PICTURES_PERCENT = 90  # Of all work; the sound and the joining take the rest.
_ASKING = Limits(wall_seconds=20, cpu_seconds=10, memory_mb=1024)


@dataclass(frozen=True, slots=True)
class Product:
    """What became of a film: renditions, tallest first and sound alone last, and what shows it."""

    duration_ms: int
    renditions: tuple[Encoded, ...]
    poster: Path | None = None
    storyboard: tuple[Sheet, Path] | None = None
    #: Gray pictures of 64 × 36, two a second, in some files one after the other.
    frames: tuple[Path, ...] = ()


def transcode(  # noqa: PLR0913  # What is made, of what, and where; each is named.
    path: Path,
    probe: Probe,
    measure: Measure,
    folder: Path,
    progress: Progress = unwatched,
    *,
    shelf: Shelf | None = None,
    part_seconds: int = PART_SECONDS,
) -> Product:
    """Write everything a film is watched by into the folder.

    All weights begin and change at the same moments, so a player may go from one to the other
    anywhere. Parts that are whole wait on the shelf, and are not made again after a kill.

    :raise Unusable: if ffmpeg fails, comes too late, or writes less than it should.
    """
    still = stillness.is_still(path, probe, folder)
    plan = planned(probe, measure, is_still=still, part_seconds=part_seconds)
    if probe.picture:
        site = Site(path, probe.picture, probe.sound, folder, shelf or NoShelf(), program())
        plan = pictures.encode(site, plan, _part_of(progress, 0, _PICTURES_PERCENT))
    sounding.encode(path, probe, plan, folder, _part_of(progress, _PICTURES_PERCENT, 100))
    if plan.rungs:
        assembling.assemble(plan, folder)
    made = [Encoded.read(folder, rung.name, rung) for rung in plan.rungs]
    made += [Encoded.read(folder, name) for name in SOUND_NAMES.values()]
    if any(abs(one.duration_ms - plan.duration_ms) > _MOST_ASTRAY_MS for one in made):
        told = ", ".join(f"{one.name} {one.duration_ms} ms" for one in made)
        raise Unusable(refusals.CANNOT_ENCODE, f"{told} of {plan.duration_ms} ms")
    frames = tuple(part_file(folder, number, "gray") for number in range(plan.parts))
    if not plan.rungs:
        return Product(plan.duration_ms, tuple(made))
    return Product(
        plan.duration_ms,
        tuple(made),
        poster=poster(made[0], frames, folder),
        storyboard=storyboard(plan, folder),
        frames=frames,
    )


@cache
def program() -> str:
    """Return which ffmpeg this is: what another one made does not fit beside its parts."""
    lines: list[str] = []
    confined.run(["ffmpeg", "-version"], _ASKING, lines.append)
    return lines[0]


def _part_of(progress: Progress, start: int, end: int) -> Callable[[int, int], None]:
    """Return a listener to which a part of the work is the whole."""

    def report(done: int, total: int) -> None:
        progress(start * total + (end - start) * done, 100 * total)

    return report
