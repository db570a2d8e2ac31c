"""Runs a foreign program in a narrow place: little time, memory, disk, and no life after ours."""

import errno
import os
import re
import signal
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread, Timer, get_ident

_MB = 1 << 20
_LAST_WORDS = 20  # Lines of complaint that are kept for the operator.
_LONGEST_WORD = 300
_DYING_SECONDS = 5  # Between the signal that says so and the one that does it.
# What a film says of itself is printed indented: nobody pleads a full disk with a title.
_NO_ROOM = re.compile(rf"^\S.*: {os.strerror(errno.ENOSPC)}$", re.MULTILINE)
_LONGEST_LINE = 64 * _MB  # Signs; what is longer is heard in pieces.
# Each thread would reserve 64 MB of addresses for itself: many processors, and none would be left.
_ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}

#: By thread, the program it waits for.
_under_way: dict[int, "subprocess.Popen[str]"] = {}


class Killed(Exception):
    """Somebody else ended the program: the kernel for want of memory, or whoever may."""


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

    @property
    def has_no_room(self) -> bool:
        """Whether it gave up because the disk is full."""
        return not self.is_good and _NO_ROOM.search(self.complaint) is not None

    @property
    def was_killed(self) -> bool:
        """Whether it was ended outright, and not by us for its lateness."""
        return self.code == -signal.SIGKILL and not self.is_late


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

    :raise OSError: if it gave up because the disk is full: that is no fault of what it was given.
    :raise Killed: if somebody else ended it.
    """
    complaint: deque[str] = deque(maxlen=_LAST_WORDS)
    is_late = Event()
    with _start(command, limits) as process:
        listener = Thread(target=_collect, args=(process.stderr or (), complaint), daemon=True)
        alarm = Timer(limits.wall_seconds, _end, (process, is_late))
        for helper in (listener, alarm):
            helper.start()
        _under_way[get_ident()] = process
        try:
            _talk(process, say, hear)
            process.wait()
        finally:
            del _under_way[get_ident()]
            alarm.cancel()
            _end(process)
            listener.join()
    was_late = is_late.is_set() or process.returncode == -signal.SIGXCPU
    finished = Finished(process.returncode, "\n".join(complaint), was_late)
    _refuse_hard_luck(finished)
    return finished


def end_of(thread: int) -> None:
    """End the program another thread waits for, if there is one; that thread is told `Killed`."""
    if process := _under_way.get(thread):
        _end(process)


def _refuse_hard_luck(finished: Finished) -> None:
    """Raise what went wrong around the program, and not with what it was to do."""
    if finished.has_no_room:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), finished.complaint)
    if finished.was_killed:
        raise Killed(finished.complaint)


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
    cpu = limits.cpu_seconds
    return [
        # A worker that is killed outright cannot end its program itself; the kernel does.
        *("setpriv", "--pdeathsig", "KILL", "--no-new-privs"),
        *("prlimit", "--core=0", f"--cpu={cpu}:{cpu + _DYING_SECONDS}"),
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
        with suppress(ProcessLookupError):  # It ended by itself at this moment.
            os.killpg(process.pid, signal.SIGKILL)
