"""Tells slides from moving pictures by the key frames, of which there is one each few seconds."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import ffmpeg
import numpy as np

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.probe import Picture, Probe
from elearn.media.ffmpeg.refusals import Unusable

WIDTH, HEIGHT = 64, 36
_LEAST_PAIRS = 6  # Fewer say nothing about a film.
_STEP = 12  # Levels of 256 by which one point must change; what coding leaves behind changes 3.
_STILL_SHARE = 0.6  # Slides change each half minute, and often have a key frame where they do.
_INTRA = {"mjpeg", "prores", "dvvideo", "rawvideo", "dnxhd", "huffyuv", "ffv1", "utvideo", "png"}
_LIMITS = Limits(wall_seconds=1800, cpu_seconds=1800, memory_mb=command.MEMORY_MB, file_mb=512)


def is_still(path: Path, probe: Probe, folder: Path) -> bool:
    """Return whether most of the time nothing moves; only key frames are decoded.

    A codec that has nothing but key frames is taken to move: to look would decode it all.
    """
    if probe.picture is None or probe.picture.codec in _INTRA:
        return False
    try:
        frames = _key_frames(path, probe.picture, folder / "keys.gray")
    except Unusable:  # What is broken says so where all of it is decoded.
        return False
    if len(frames) <= _LEAST_PAIRS:
        return False
    still = [int(np.abs(after - before).max()) < _STEP for before, after in pairwise(frames)]
    return sum(still) >= _STILL_SHARE * len(still)


def _key_frames(path: Path, picture: Picture, target: Path) -> np.ndarray[Any, np.dtype[np.int16]]:
    file = command.source(path, skip_frame="nokey")
    small = file[str(picture.track)].filter("scale", WIDTH, HEIGHT, flags="area")
    output = ffmpeg.output(
        small.filter("format", "gray"), str(target), format="rawvideo", fps_mode="passthrough"
    ).overwrite_output()
    command.run(output, _LIMITS, failure=refusals.CANNOT_DECODE)
    return np.fromfile(target, np.uint8).reshape(-1, HEIGHT, WIDTH).astype(np.int16)
