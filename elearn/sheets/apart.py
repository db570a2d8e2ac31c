"""A file read by a process of its own, which has little time and memory and dies with ours."""

import json
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from elearn import confined
from elearn.confined import Limits
from elearn.errors import Refusal
from elearn.sheets.faults import refusal_of
from elearn.sheets.limits import MB, MOST_FILE_MB

Frame = dict[str, Any]

_log = logging.getLogger(__name__)

#: Beyond the interpreter and what it has loaded, as addresses.
_MEMORY_MB = 512
_INTERPRETER_MB = 64
_MOST_HEARD = 200 * MB


def read_apart(path: Path, hear: Callable[[Frame], None]) -> None:
    """Read a file apart, handing each frame (`frames`) to `hear`.

    :raise Refusal: if it cannot be read, or costs more than a file of its size may.
    """
    size = path.stat().st_size
    if size > MOST_FILE_MB * MB:
        raise refusal_of("too_large", {"most": MOST_FILE_MB})
    ear = Ear(hear)
    command = [sys.executable, "-I", "-m", "elearn.sheets.child", str(path)]
    finished = confined.run(command, limits_for(size), ear.line)
    if not ear.is_done:
        _log.warning("A file could not be read: %s %s", finished.code, finished.complaint)
        raise refusal_of("out_of_memory", {})


def limits_for(size: int) -> Limits:
    """Return what reading a file of so many bytes may cost."""
    seconds = 10 + 3 * size // MB
    return Limits(
        wall_seconds=3.0 * seconds,
        cpu_seconds=seconds,
        memory_mb=_MEMORY_MB + _INTERPRETER_MB,
    )


class Ear:
    """What is heard of the process: frames up to the end, a fault, or too much."""

    def __init__(self, hear: Callable[[Frame], None], most: int = _MOST_HEARD) -> None:
        self.is_done = False
        self._hear = hear
        self._most, self._heard = most, 0

    def line(self, line: str) -> None:
        """Take one line.

        :raise Refusal: if it tells a fault, is none of ours, or is one too many.
        """
        self._heard += len(line)
        if self._heard > self._most:
            raise refusal_of("out_of_memory", {})
        frame = _frame(line)
        if "fault" in frame:
            raise refusal_of(str(frame["fault"]), frame["values"])
        self.is_done = "end" in frame
        self._hear(frame)


def _frame(line: str) -> Frame:
    try:
        frame = json.loads(line)
    except ValueError as problem:
        raise Refusal(refusal_of("unreadable", {}).message) from problem
    if not isinstance(frame, dict):
        raise refusal_of("unreadable", {})
    return frame
