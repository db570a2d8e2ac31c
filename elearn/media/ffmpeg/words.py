"""Takes the words out of a film: a track of text as WebVTT, on the clock of its pictures."""

from pathlib import Path

from elearn.confined import Limits
from elearn.media.ffmpeg import command, refusals
from elearn.media.ffmpeg.refusals import Unusable

_LIMITS = Limits(wall_seconds=600, cpu_seconds=120, memory_mb=1024)
_MOST_SIGNS = 2_000_000  # A whole novel; six hours of speech have a fifth of it.


def words(path: Path, track: int) -> str:
    """Return the text of a track as WebVTT.

    :raise Unusable: if it cannot be read, or has no end.
    """
    lines: list[str] = []
    signs = 0

    def hear(line: str) -> None:
        nonlocal signs
        signs += len(line) + 1
        if signs > _MOST_SIGNS:
            raise Unusable(refusals.TELLS_WITHOUT_END)
        lines.append(line)

    output = command.source(path)[str(track)].output("pipe:1", format="webvtt")
    command.run(output, _LIMITS, hear, failure=refusals.CANNOT_DECODE)
    return "\n".join(lines) + "\n"
