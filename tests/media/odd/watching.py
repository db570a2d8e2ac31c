"""Looks and listens for flashes and beeps in what became of an odd film."""

import subprocess
from array import array
from itertools import pairwise
from pathlib import Path

_RATE = 8000
_PICTURES = 50
_QUIET_SECONDS = 0.3  # Between two beeps it is quiet for longer, within one never.


def onsets(path: Path) -> tuple[list[float], list[float]]:
    """Return when flashes and when beeps begin, in seconds."""
    look = ("-map", "0:v", "-vf", f"fps={_PICTURES},scale=1:1:flags=area,format=gray")
    light = _decoded(path, *look, "-f", "rawvideo")
    sound = array("h", _decoded(path, "-map", "0:a", "-ac", "1", "-ar", str(_RATE), "-f", "s16le"))
    most = max(map(abs, sound))
    loud = [number for number, one in enumerate(sound) if abs(one) > most / 4]
    return _begins([n / _PICTURES for n, one in enumerate(light) if one > 110]), _begins(
        [number / _RATE for number in loud]
    )


def _decoded(path: Path, *arguments: str) -> bytes:
    command = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(path), *arguments, "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def _begins(moments: list[float]) -> list[float]:
    """Return the first moment of each stretch."""
    later = [after for before, after in pairwise(moments) if after - before > _QUIET_SECONDS]
    return [*moments[:1], *later]
