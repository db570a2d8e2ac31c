"""How much of the processors each part of the machine took."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.survival.processes import family

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Usage:
    """Seconds of processor by part, from one look to the next; who has ended keeps its last."""

    web: int
    nginx: int
    _begun: dict[str, float] = field(default_factory=dict)
    _last: dict[int, tuple[str, float]] = field(default_factory=dict)
    _since: float = 0.0

    def begin(self) -> None:
        self._last.clear()
        self.look()
        self._begun, self._since = self._sums(), monotonic()

    def look(self) -> None:
        """Note what each process has taken until now."""
        for part, processes in self._parts().items():
            for process in processes:
                if (taken := _seconds(process)) is not None:
                    self._last[process] = (part, taken)

    def shares(self) -> dict[str, float]:
        """Return the processors each part kept busy since the beginning: 2.0 is all of two."""
        self.look()
        passed = monotonic() - self._since
        sums = self._sums()
        return {part: round((sums[part] - self._begun.get(part, 0)) / passed, 2) for part in sums}

    def _parts(self) -> Mapping[str, set[int]]:
        return {
            "web": {self.web} | family(self.web),
            "nginx": {self.nginx} | family(self.nginx),
            "postgresql": _named("postgres"),
            "generator": {os.getpid()},
        }

    def _sums(self) -> dict[str, float]:
        sums: dict[str, float] = {}
        for part, taken in self._last.values():
            sums[part] = sums.get(part, 0.0) + taken
        return sums


def _seconds(process: int) -> float | None:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _named(name: str) -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "comm").read_text().strip() == name:
                found.add(int(folder.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found
