"""Finds what ffmpeg's AAC encoder must be asked for so that it gives what is wanted.

At few bits it overshoots, by a twentieth with some voices and by half with others; so it is tried
on two minutes of the film itself, taken from six places.
"""

from pathlib import Path
from typing import Any

import ffmpeg

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.ladder import AAC_KBIT, AAC_SAMPLE_RATE
from elearn.media.ffmpeg.plan import Plan
from elearn.media.ffmpeg.probe import Sound
from elearn.media.ffmpeg.refusals import Unusable

_PLACES = (0.1, 0.25, 0.4, 0.55, 0.7, 0.85)
_SECONDS = 20
_WANTED = AAC_KBIT * 0.97  # The rest of a film may be louder by a little than what was tried.
_SHORT_MS = 180_000  # What is so short weighs nothing.
_USUAL = 0.8
_LEAST = 0.5
_ASKED = (AAC_KBIT, AAC_KBIT * 0.7)
_LIMITS = Limits(wall_seconds=120, cpu_seconds=60, memory_mb=command.MEMORY_MB, file_mb=8)


def asked_kbit(path: Path, sound: Sound | None, plan: Plan, folder: Path) -> float:
    """Return how many kbit/s to ask for to get those of sound alone."""
    if sound is None or plan.duration_ms < _SHORT_MS:
        return AAC_KBIT * _USUAL
    tried = [folder / f"pace-{number}.m4a" for number in range(len(_ASKED))]
    try:
        command.run(_trial(path, sound, plan, tried), _LIMITS, failure=refusals.CANNOT_ENCODE)
    except Unusable:  # Not every file can be read from its middle.
        return AAC_KBIT * _USUAL
    much, little = (one.stat().st_size * 8 / 1000 / (_SECONDS * len(_PLACES)) for one in tried)
    return _between(much, little)


def _between(much: float, little: float) -> float:
    """Return where between what was asked twice that lies which gives what is wanted."""
    if much <= _WANTED:
        return AAC_KBIT
    slope = max((much - little) / (_ASKED[0] - _ASKED[1]), 1.0)
    return max(AAC_KBIT * _LEAST, _ASKED[0] - (much - _WANTED) / slope)


def _trial(path: Path, sound: Sound, plan: Plan, targets: list[Path]) -> Any:
    heard = [
        command.source(path, ss=place * plan.seconds, t=_SECONDS)[str(sound.track)].filter(
            "aresample", AAC_SAMPLE_RATE
        )
        for place in _PLACES
    ]
    whole = ffmpeg.concat(*heard, v=0, a=1).filter("aformat", channel_layouts="mono")
    split = whole.filter_multi_output("asplit", len(targets))
    outputs = [
        ffmpeg.output(split[number], str(target), acodec="aac", **{"b:a": f"{asked}k"})
        for number, (target, asked) in enumerate(zip(targets, _ASKED, strict=True))
    ]
    return ffmpeg.merge_outputs(*outputs).overwrite_output()
