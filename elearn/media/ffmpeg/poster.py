"""Takes one small picture out of a film, for the place where it will be played."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from elearn.media.ffmpeg import command, refusals, webp
from elearn.media.ffmpeg.encoded import Encoded
from elearn.media.ffmpeg.passage import GRAY_HEIGHT, GRAY_RATE, GRAY_WIDTH

MOST_BYTES = 12_000  # A list of ten lectures may not cost more than a minute of sound.

_WIDTH = 480
_QUALITIES = (60, 40, 20, 5)
_PLACES = (0.1, 0.3, 0.6, 0.02)  # Films open with black and close with it.
_DARK = 24  # Mean of luma; black is 16.


def poster(film: Encoded, frames: Sequence[Path], folder: Path) -> Path:
    """Write a picture of the film as WebP of 12 kB at most, not a black one if there is another.

    Which one, the small gray frames of the film tell.

    :raise Unusable: if no frame can be read.
    """
    seconds = _moment(frames, film.duration_ms / 1000)
    picture = command.source(film.path, ss=seconds).filter("scale", f"min({_WIDTH},iw)", -2)
    target, failure = folder / "poster.webp", refusals.CANNOT_ENCODE
    return webp.light(picture, target, _QUALITIES, most_bytes=MOST_BYTES, failure=failure)


def _moment(frames: Sequence[Path], seconds: float) -> float:
    gray = np.concatenate([np.fromfile(path, np.uint8) for path in frames])
    light = gray.reshape(-1, GRAY_HEIGHT * GRAY_WIDTH).mean(axis=1)
    looked_at = [min(int(place * seconds * GRAY_RATE), len(light) - 1) for place in _PLACES]
    fit = [number for number in looked_at if light[number] > _DARK]
    best = fit[0] if fit else max(looked_at, key=lambda number: float(light[number]))
    return best / GRAY_RATE
