"""Joins still pictures and one narration into a film, cheaply: most frames repeat the last."""

from collections.abc import Sequence
from pathlib import Path

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.listed import ffconcat

RATE = 10  # Nothing moves; a slide may come a tenth of a second late.


def join(pictures: Sequence[tuple[Path, int]], voice: Path, target: Path) -> None:
    """Write an MP4 that shows each picture for its milliseconds while the voice is heard.

    :raise Unusable: if ffmpeg fails.
    """
    seconds = sum(length for _, length in pictures) / 1000
    listed = voice.with_suffix(".ffconcat")
    listed.write_text(ffconcat(_shown(pictures)))
    slides = ffmpeg.input(str(listed), format="concat", safe=0)
    output = ffmpeg.output(
        slides.filter("format", "yuv420p").filter("fps", RATE),  # Each slide is converted once.
        ffmpeg.input(str(voice)).audio,
        str(target),
        t=seconds,
        vcodec="libx264",
        preset="ultrafast",
        tune="stillimage",
        crf=20,
        g=50 * RATE,
        acodec="aac",
        **{"b:a": "64k"},
        ar=48_000,
        movflags="faststart",
    ).overwrite_output()
    command.run(output, _limits(seconds), failure=refusals.CANNOT_ENCODE)


def _limits(seconds: float) -> Limits:
    return Limits(
        wall_seconds=120 + 2 * seconds,
        cpu_seconds=int(120 + 2 * seconds),
        memory_mb=command.MEMORY_MB,
        file_mb=64 + int(seconds / 4),
    )


def _shown(pictures: Sequence[tuple[Path, int]]) -> list[tuple[Path, float]]:
    """Return the pictures with their seconds; the last twice, for its own length is not read."""
    return [(path, length / 1000) for path, length in [*pictures, (pictures[-1][0], 0)]]
