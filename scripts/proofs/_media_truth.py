"""How long a film really plays: all of it decoded by ffmpeg alone, with nothing of ours between."""

import subprocess
from fractions import Fraction
from pathlib import Path


def decoded_seconds(path: Path) -> float:
    """Return when the last picture or sound of a file ends, as ffmpeg decodes it."""
    tracks = ("-map", "0:V:0?", "-map", "0:a:0?", "-fps_mode", "passthrough", "-s", "16x16")
    command = ["ffmpeg", "-v", "quiet", "-nostdin", "-i", str(path), *tracks, "-f", "framecrc", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    ticks: dict[str, Fraction] = {}
    end = Fraction(0)
    for line in told.splitlines():
        if line.startswith("#tb "):
            number, tick = line.removeprefix("#tb ").split(": ")
            ticks[number] = Fraction(tick)
        elif line[:1].isdigit():
            number, _, at, length, *_ = line.split(",")
            end = max(end, (int(at) + int(length)) * ticks[number])
    return float(end)
