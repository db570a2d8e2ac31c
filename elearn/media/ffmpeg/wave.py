"""The sound of a film as programs that write down speech want it: one channel, 16 kHz."""

from pathlib import Path

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals

_RATE = 16_000
_BYTES = 2
_MB = 1 << 20


def wave(source: Path, target: Path, seconds: int) -> Path:
    """Write the first sound of a file that plays so long as WAV, and return where.

    :raise Unusable: if it has no sound that can be decoded.
    """
    limits = Limits(
        wall_seconds=120 + seconds,
        cpu_seconds=60 + seconds,
        memory_mb=command.MEMORY_MB,
        file_mb=1 + (seconds + 60) * _RATE * _BYTES // _MB,
    )
    output = command.source(source)["a:0"].output(str(target), ac=1, ar=_RATE, format="wav")
    command.run(output, limits, failure=refusals.CANNOT_DECODE)
    return target
