"""Asks ffprobe about a file: what it answers line by line, within limits of time and of talk."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from elearn import confined
from elearn.confined import Finished, Limits
from elearn.media.ffmpeg import refusals
from elearn.media.ffmpeg.command import WHAT_MAY_BE_OPENED, address
from elearn.media.ffmpeg.refusals import Unusable

LIMITS = Limits(wall_seconds=20, cpu_seconds=15, memory_mb=1024)
MOST_TALK = 4 << 20  # Signs. A film of six hours says some ten thousand of itself.


class Enough(Exception):
    """Raised by a listener that has heard what it wanted; the program is ended."""


def ask(path: Path, question: tuple[str, ...], hear: Callable[[str], None]) -> Finished | None:
    """Hand each line ffprobe answers to a listener; return its end, or nothing after `Enough`.

    :raise Unusable: if it answers without end.
    """
    talk = 0

    def listen(line: str) -> None:
        nonlocal talk
        talk += len(line) + 1
        if talk > MOST_TALK:
            raise Unusable(refusals.TELLS_WITHOUT_END)
        hear(line)

    walls = [part for name, value in WHAT_MAY_BE_OPENED.items() for part in (f"-{name}", value)]
    with suppress(Enough):
        return confined.run(
            ["ffprobe", "-v", "error", *walls, *question, address(path)], LIMITS, listen
        )
    return None
