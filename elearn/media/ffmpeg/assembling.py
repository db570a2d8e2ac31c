"""Joins the parts of each rung and puts the sound into it; nothing is coded anew."""

from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.encoded import hls_options
from elearn.media.ffmpeg.ladder import SEGMENT_SECONDS, Rung
from elearn.media.ffmpeg.listed import ffconcat
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.shelf import part_file
from elearn.media.ffmpeg.sounding import voice_file


def assemble(plan: Plan, folder: Path) -> None:
    """Write every rung whole, as one file of ranges and the playlist of them.

    :raise Unusable: if ffmpeg fails or comes too late.
    """
    outputs = [_output(plan, folder, rung) for rung in plan.rungs]
    limits = _limits(plan.duration_ms // 1000)
    command.run(ffmpeg.merge_outputs(*outputs), limits, failure=refusals.CANNOT_ENCODE)


def _output(plan: Plan, folder: Path, rung: Rung) -> Any:
    listed = folder / f"{rung.name}.ffconcat"
    listed.write_text(ffconcat(_parts(plan, folder, rung)))
    film = ffmpeg.input(str(listed), format="concat", safe=0, auto_convert=0)
    voice = ffmpeg.input(str(voice_file(folder)))
    options = hls_options(folder, rung.name, SEGMENT_SECONDS)
    return ffmpeg.output(film.video, voice.audio, codec="copy", **options)


def _parts(plan: Plan, folder: Path, rung: Rung) -> list[tuple[Path, float]]:
    """Return the parts of a rung; each but the last has exactly the length it was cut to."""
    files = (part_file(folder, number, f"{rung.name}.mp4") for number in range(plan.parts))
    return [(path, plan.part_seconds) for path in files]


def _limits(seconds: int) -> Limits:
    return Limits(
        wall_seconds=300 + seconds,
        cpu_seconds=120 + seconds // 2,
        memory_mb=1024,
        file_mb=64 + seconds // 4,
    )
