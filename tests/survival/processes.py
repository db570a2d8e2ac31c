"""Processes and what becomes of them, waited for without a blind pause."""

import threading
from collections.abc import Callable
from pathlib import Path

DEADLINE_SECONDS = 120  # A program that is to give way to all others takes long among many.
_BETWEEN_LOOKS = 0.05


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Look until something is so, or fail by its name when the deadline has passed."""
    pause = threading.Event()
    for _ in range(int(DEADLINE_SECONDS / _BETWEEN_LOOKS)):
        if is_so():
            return
        pause.wait(_BETWEEN_LOOKS)
    raise AssertionError(f"still not so: {what}")


def children(pid: int) -> set[int]:
    """Return the processes that a process has started and that are still there."""
    try:
        return {int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except FileNotFoundError:
        return set()


def family(pid: int) -> set[int]:
    """Return the processes that a process and its descendants have started."""
    own = children(pid)
    return own.union(*(family(one) for one in own))


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that has ended and was not yet asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
