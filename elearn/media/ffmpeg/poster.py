"""Takes one small picture out of a film, for the place where it will be played."""

from pathlib import Path
from typing import Any

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.transcode import Encoded

MOST_BYTES = 12_000  # A list of ten lectures may not cost more than a minute of sound.
MEDIA_TYPE = "image/webp"

_WIDTH = 480
_QUALITIES = (60, 40, 20, 5)
_PLACES = (0.1, 0.3, 0.6, 0.02)  # Films open with black and close with it.
_DARK = 24  # Mean of luma; black is 16.
_LIMITS = Limits(wall_seconds=60, cpu_seconds=60, memory_mb=1024)


def poster(film: Encoded, folder: Path) -> Path:
    """Write a picture of the film as WebP of 12 kB at most, not a black one if there is another.

    :raise Unusable: if no frame can be read.
    """
    brightness = {place: _brightness(film, place, folder) for place in _PLACES[:1]}
    for place in _PLACES[1:]:
        if max(brightness.values()) > _DARK:
            break
        brightness[place] = _brightness(film, place, folder)
    best = max(brightness, key=lambda place: brightness[place])
    for quality in _QUALITIES:
        path = _picture(film, best, folder, quality)
        if path.stat().st_size <= MOST_BYTES:
            break
    return path


def _frame(film: Encoded, place: float) -> Any:
    return command.source(film.path, ss=place * film.duration_ms / 1000)


def _brightness(film: Encoded, place: float, folder: Path) -> float:
    path = folder / "brightness.gray"
    node = _frame(film, place).filter("scale", 16, 16, flags="area").filter("format", "gray")
    output = node.output(str(path), format="rawvideo", vframes=1).overwrite_output()
    command.run(output, _LIMITS, failure=refusals.CANNOT_ENCODE)
    light = path.read_bytes()
    return sum(light) / len(light) if light else 0.0


def _picture(film: Encoded, place: float, folder: Path, quality: int) -> Path:
    path = folder / "poster.webp"
    node = _frame(film, place).filter("scale", f"min({_WIDTH},iw)", -2)
    output = node.output(
        str(path), vcodec="libwebp", quality=quality, vframes=1, format="webp"
    ).overwrite_output()
    command.run(output, _LIMITS, failure=refusals.CANNOT_ENCODE)
    return path
