"""How loud a film is, as EBU R 128 counts it; read from the summary ffmpeg prints at its end."""

import re
from dataclasses import dataclass

_INTEGRATED = re.compile(r"^\s+I:\s+(-?\d[\d.]*) LUFS", re.MULTILINE)
_PEAK = re.compile(r"^\s+Peak:\s+(-?\d[\d.]*) dBFS", re.MULTILINE)
_SILENT = -70.0  # What the standard itself leaves out of the count.


@dataclass(frozen=True, slots=True)
class Loudness:
    """Loudness of the whole, and its highest sample, both of one channel."""

    lufs: float
    peak_db: float


def loudness_in(summary: str) -> Loudness | None:
    """Return the loudness ffmpeg told at its end; nothing where all is silent."""
    found, peak = _INTEGRATED.findall(summary), _PEAK.findall(summary)
    if not found or not peak or float(found[-1]) <= _SILENT:
        return None
    return Loudness(float(found[-1]), float(peak[-1]))
