"""Encodes the sound of a film, whole: it is cheap, and what is never cut cannot click."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, levels, pacing, refusals
from elearn.media.ffmpeg.encoded import hls_options
from elearn.media.ffmpeg.ladder import (
    AAC_SAMPLE_RATE,
    OPUS_KBIT,
    SAMPLE_RATE,
    SOUND_SEGMENT_SECONDS,
    VOICE_KBIT,
)
from elearn.media.ffmpeg.measure import Progress
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.probe import Probe
from elearn.media.rules import AUDIO, OPUS


def voice_file(folder: Path) -> Path:
    """Return where the sound lies that goes into the rungs."""
    return folder / "voice.m4a"


def encode(path: Path, probe: Probe, plan: Plan, folder: Path, progress: Progress) -> None:
    """Write the sound alone in both its forms, and as it goes into the rungs if there are any.

    :raise Unusable: if ffmpeg fails or comes too late.
    """
    file = command.source(path)
    asked = pacing.asked_kbit(path, probe.sound, plan, folder)
    rates = [AAC_SAMPLE_RATE, SAMPLE_RATE, *(SAMPLE_RATE for _ in plan.rungs[:1])]
    aac, opus, *voice = levels.sounds(file, probe, plan.loudness, rates)
    outputs = [
        _alone(aac, folder, AUDIO, plan, {"acodec": "aac", "b:a": f"{asked:.1f}k"}),
        _alone(opus, folder, OPUS, plan, _OPUS),
        *(_voice(one, folder, plan) for one in voice),
        *_passed_by(file, probe),
    ]
    node = ffmpeg.merge_outputs(*outputs).global_args("-progress", "pipe:1")
    limits, hear = _limits(plan.duration_ms // 1000), _reader(progress, plan.duration_ms)
    command.run(node, limits, hear, failure=refusals.CANNOT_ENCODE)


_OPUS = {
    "acodec": "libopus",
    "b:a": f"{OPUS_KBIT}k",
    "application": "voip",
    "frame_duration": 60,  # Speech does not change faster, and each packet costs a head.
    "vbr": "off",  # Free to choose, it takes an eighth more; and equal packets need no table.
}


def _alone(stream: Any, folder: Path, name: str, plan: Plan, coding: dict[str, Any]) -> Any:
    options = hls_options(folder, name, SOUND_SEGMENT_SECONDS)
    return ffmpeg.output(stream, t=plan.seconds, **options, **coding)


def _voice(stream: Any, folder: Path, plan: Plan) -> Any:
    return ffmpeg.output(
        stream,
        str(voice_file(folder)),
        t=plan.seconds,
        acodec="aac",
        map_metadata=-1,
        map_chapters=-1,
        **{"b:a": f"{VOICE_KBIT}k"},
    )


def _passed_by(file: Any, probe: Probe) -> Sequence[Any]:
    """Return where the pictures go undecoded: times that leap are mended over what is read."""
    if not probe.picture or not probe.sound:
        return ()
    return [ffmpeg.output(file[str(probe.picture.track)], "-", format="null", vcodec="copy")]


def _limits(seconds: int) -> Limits:
    """Return what the sound of a film of this length may cost; it is coded at 20 times its pace."""
    return Limits(
        wall_seconds=300 + seconds,
        cpu_seconds=300 + 2 * seconds,
        memory_mb=command.MEMORY_MB,
        file_mb=16 + seconds // 64,
    )


def _reader(progress: Progress, total_ms: int) -> Any:
    def hear(line: str) -> None:
        name, _, value = line.partition("=")
        if name == "out_time_us" and value.isdecimal():
            progress(min(int(value) // 1000, total_ms), total_ms)

    return hear
