"""Work in a process of its own, with its peak of memory and that of PostgreSQL beside it."""

import multiprocessing
import resource
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

_LOOK_EVERY_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Apart:
    """What came of work done apart, and the megabytes it took."""

    result: Any
    process_mb: int
    postgresql_mb: int


def apart(url: str, work: Callable[..., Any], *arguments: Any) -> Apart:
    """Do something in a process of its own and watch what it and its server take."""
    looks, is_done = _Looks(url), threading.Event()
    watching = threading.Thread(target=looks.go_on, args=(is_done,))
    watching.start()
    try:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as hands:
            result, peak = hands.submit(_measured, work, arguments).result()
    finally:
        is_done.set()
        watching.join()
    return Apart(result, peak, looks.peak_mb)


def _measured(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, int]:
    result = work(*arguments)
    return result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class _Looks:
    """Looks again and again at how much memory the server's processes share out among them."""

    def __init__(self, url: str) -> None:
        folder = make_url(url).query.get("host")
        self._folder = str(folder) if folder else ""
        self.peak_mb = 0

    def go_on(self, is_done: threading.Event) -> None:
        while self._folder and not is_done.wait(_LOOK_EVERY_SECONDS):
            self.peak_mb = max(self.peak_mb, sum(map(_pss_kb, self._processes())) // 1024)

    def _processes(self) -> list[Path]:
        """Return the server and its children."""
        first = (Path(self._folder) / "data" / "postmaster.pid").read_text().split("\n")[0]
        own = [one for one in Path("/proc").glob("[0-9]*") if _parent(one) == first]
        return [Path("/proc") / first, *own]


def _parent(process: Path) -> str:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[1]
    except OSError:
        return ""


def _pss_kb(process: Path) -> int:
    """Return the kilobytes of a process, its part of what is shared; 0 once it has gone."""
    try:
        lines = (process / "smaps_rollup").read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
