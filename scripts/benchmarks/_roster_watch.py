"""Work in a process of its own: the time it takes, and the memory of all processes together."""

import multiprocessing
import os
import resource
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

_LOOK_EVERY_SECONDS = 0.2
_OF_OTHERS = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


@dataclass(frozen=True, slots=True)
class Took:
    """What came of work, how long it took by the clock and by processors, and its memory."""

    result: Any
    seconds: float
    cpu: float
    peak_mb: int


def watched(url: str, work: Callable[..., Any], *arguments: Any) -> Took:
    """Do something apart, and add up its memory with that of its children and of a PostgreSQL."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as hands:
        looks = _Looks([hands.submit(os.getpid).result(), *_server(url)])
        looks.start()
        try:
            result, seconds, cpu = hands.submit(_timed, work, arguments).result()
        finally:
            looks.end()
    return Took(result, seconds, cpu, looks.peak_mb)


def _timed(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, float, float]:
    begun, cpu = time.perf_counter(), _cpu()
    result = work(*arguments)
    return result, time.perf_counter() - begun, _cpu() - cpu


def _cpu() -> float:
    used = [resource.getrusage(one) for one in _OF_OTHERS]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _server(url: str) -> list[int]:
    """Return the first process of the database, if it is a server."""
    folder = make_url(url).query.get("host")
    if not folder:
        return []
    return [int((Path(str(folder)) / "data" / "postmaster.pid").read_text().split("\n")[0])]


class _Looks(threading.Thread):
    """Looks again and again at how much memory processes and all their children take."""

    def __init__(self, roots: list[int]) -> None:
        super().__init__(daemon=True)
        self._roots, self._is_done = roots, threading.Event()
        self.peak_mb = 0

    def run(self) -> None:
        while not self._is_done.wait(_LOOK_EVERY_SECONDS):
            taken = sum(_pss_kb(pid) for pid in _family(self._roots))
            self.peak_mb = max(self.peak_mb, taken // 1024)

    def end(self) -> None:
        self._is_done.set()
        self.join()


def _family(roots: list[int]) -> Iterator[int]:
    """Yield processes and all that they began."""
    children = defaultdict(list)
    for one in Path("/proc").glob("[0-9]*"):
        children[_parent(one)].append(int(one.name))
    left = list(roots)
    while left:
        pid = left.pop()
        yield pid
        left += children[pid]


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _pss_kb(pid: int) -> int:
    """Return the kilobytes of a process, its part of what is shared; 0 once it has gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
