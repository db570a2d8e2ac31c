"""The pictures of the slides that were found: light enough for the line of a valley."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from elearn.confined import Limits
from elearn.media import ffmpeg
from elearn.media.ffmpeg import Progress, unwatched
from elearn.media.slides import frames as small
from elearn.media.slides.finding import Cut, cuts

# 45 minutes with 45 slides in 2.2 MB, whatever is on them; more slides are drawn more coarsely.
MOST_BYTES = 48_000
_LEAST_BYTES = 12_000
_MINUTE = 60_000
_BEFORE_THE_END_MS = 300  # The last picture may be gone by the very end.


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A rendition, and how long it plays."""

    path: Path
    duration_ms: int


@dataclass(frozen=True, slots=True)
class FoundSlide:
    """A slide: from when it is shown, and its picture, the same for one that comes back."""

    at_ms: int
    path: Path


def within(at_ms: int, duration_ms: int) -> int:
    """Return the moment, or the last one at which a film so long surely has a picture."""
    return max(0, min(at_ms, duration_ms - _BEFORE_THE_END_MS))


def found(
    parts: Sequence[Path], film: FilmFile, folder: Path, progress: Progress = unwatched
) -> tuple[FoundSlide, ...]:
    """Return the slides of a film with their pictures in the folder, taken out of a rendition.

    `parts` hold its small gray pictures, one after the other.

    :raise Unusable: if a picture cannot be taken.
    """
    cut = [one for one in cuts(small.read(parts)) if one.at_ms < film.duration_ms]
    drawn: dict[int, Path] = {}
    most = _most_bytes(cut, film.duration_ms)
    for number, one in enumerate(cut):
        if one.shows == number:
            target = folder / f"slide-{number + 1}.webp"
            at = within(one.whole_ms, film.duration_ms)
            drawn[number] = ffmpeg.still(film.path, at, target, most_bytes=most)
        progress(number + 1, len(cut))
    return tuple(FoundSlide(one.at_ms, drawn[one.shows]) for one in cut)


def found_again(
    film: FilmFile, folder: Path, progress: Progress = unwatched
) -> tuple[FoundSlide, ...]:
    """Return the slides of a film of which nothing but its renditions was kept.

    :raise Unusable: if it cannot be decoded.
    """
    gray = folder / "frames.gray"
    limits = _limits(film.duration_ms // 1000)
    ffmpeg.grayed(film.path, gray, small.SIZE, rate=small.RATE, limits=limits)
    return found([gray], film, folder, progress)


def _limits(seconds: int) -> Limits:
    return Limits(
        wall_seconds=120 + 2 * seconds,
        cpu_seconds=120 + 2 * seconds,
        memory_mb=1024,
        file_mb=16 + seconds * small.CELLS * small.RATE // 1_000_000,
    )


def _most_bytes(cut: Sequence[Cut], duration_ms: int) -> int:
    """Return what one picture may weigh: more than one a minute share what a minute has."""
    count = sum(one.shows == number for number, one in enumerate(cut))
    share = MOST_BYTES * duration_ms // (_MINUTE * max(1, count))
    return max(_LEAST_BYTES, min(MOST_BYTES, share))
