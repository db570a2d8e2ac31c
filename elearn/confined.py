"""Runs a foreign program in a narrow place: little time, memory, disk, and no life after ours."""

import os
import signal
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread, Timer

_MB = 1 << 20
_LAST_WORDS = 20  # Lines of complaint that are kept for the operator.
_LONGEST_WORD = 300
_LONGEST_LINE = 64 * _MB  # Signs; what is longer is heard in pieces.
# Each thread would reserve 64 MB of addresses for itself: many processors, and none would be left.
_ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may use before it is ended."""

    wall_seconds: float
    cpu_seconds: int
    memory_mb: int
    file_mb: int = 1


@dataclass(frozen=True, slots=True)
class Finished:
    """How a run ended, and the last lines of its complaints."""

    code: int
    complaint: str
    is_late: bool

    @property
    def is_good(self) -> bool:
        return self.code == 0 and not self.is_late


def ignore(_line: str) -> None:
    """Let a line of output go by."""


def run(
    command: Sequence[str],
    limits: Limits,
    hear: Callable[[str], None] = ignore,
    *,
    say: str = "",
) -> Finished:
    """Run a program to its end, handing each line it prints to `hear`, and `say` to its input.

    The program dies with us, with its deadline, and with whatever `hear` raises.
    """
    complaint: deque[str] = deque(maxlen=_LAST_WORDS)
    is_late = Event()
    with _start(command, limits) as process:
        listener = Thread(target=_collect, args=(process.stderr or (), complaint), daemon=True)
        alarm = Timer(limits.wall_seconds, _end, (process, is_late))
        for helper in (listener, alarm):
            helper.start()
        try:
            _talk(process, say, hear)
            process.wait()
        finally:
            alarm.cancel()
            _end(process)
            listener.join()
    return Finished(process.returncode, "\n".join(complaint), is_late.is_set())


def _start(command: Sequence[str], limits: Limits) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*_walls(limits), *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A clean environment: nothing of ours, such as the secret key, is there to be read.
        env=_ENVIRONMENT,
        start_new_session=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _walls(limits: Limits) -> list[str]:
    """Return the programs that narrow the place, each starting the next in its own stead."""
    return [
        # A worker that is killed outright cannot end its program itself; the kernel does.
        *("setpriv", "--pdeathsig", "KILL", "--no-new-privs"),
        *("prlimit", "--core=0", f"--cpu={limits.cpu_seconds}"),
        *(f"--as={limits.memory_mb * _MB}", f"--fsize={limits.file_mb * _MB}"),
        *("nice", "-n", "10"),  # Pages come before films.
    ]


def _talk(process: subprocess.Popen[str], say: str, hear: Callable[[str], None]) -> None:
    if process.stdin:
        with suppress(BrokenPipeError), process.stdin as mouth:
            mouth.write(say)
    if process.stdout:
        # One who prints without end and without a new line would fill our memory.
        for line in iter(partial(process.stdout.readline, _LONGEST_LINE), ""):
            hear(line.rstrip("\n"))


def _collect(lines: Iterable[str], complaint: deque[str]) -> None:
    complaint.extend(line.rstrip("\n")[:_LONGEST_WORD] for line in lines)


def _end(process: subprocess.Popen[str], is_late: Event | None = None) -> None:
    """End the program and all it started, if it is still there."""
    if process.poll() is None:
        if is_late:
            is_late.set()
        os.killpg(process.pid, signal.SIGKILL)
