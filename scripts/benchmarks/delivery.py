"""How fast a film goes out: nginx with our check, and Python, beside nginx that checks nothing.

One request is one stretch of 84 kB, some four seconds at 240p, over one of 64 connections that stay
open. The three servers take turns, so that a noisy machine treats them alike; each figure is the
median of the rounds, a ratio too. All three, and wrk, share the same cores. Where others keep these
busy, the rates say little; the last ratios are of the processor time of a request, wrk's included.
"""

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from scripts.benchmarks import _delivery_servers as servers
from scripts.benchmarks import _delivery_time as time
from scripts.benchmarks._delivery_servers import Server

ROUNDS = 5
SECONDS = 3
WARM_SECONDS = 1
CONNECTIONS = 64
STRETCH = 84_000
NAMES = ("bare", "checked", "python")
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the load generator saw."""

    requests: int
    per_s: float
    failed: int
    bytes_: int
    cpu_s: float

    @property
    def cost(self) -> float:
        """Return the processor seconds of a request, at both its ends."""
        return self.cpu_s / self.requests

    @property
    def is_whole(self) -> bool:
        """Return whether each request was answered with all the bytes it asked for."""
        return not self.failed and self.bytes_ >= self.requests * STRETCH


def main() -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: run scripts/setup bench.")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        store, name = servers.film(home)
        lists = servers.write_addresses(home, name)
        with servers.serving(home, store) as at:
            for one in NAMES:
                servers.wait_for(at[one].address)
                load(at[one], lists[one], WARM_SECONDS)
            rounds = [
                {one: load(at[one], lists[one], SECONDS) for one in NAMES} for _ in range(ROUNDS)
            ]
    complain(rounds)
    print(json.dumps(figures(rounds)))


def complain(rounds: list[dict[str, Measured]]) -> None:
    """End without any figure if a request failed, or was answered with less than it asked for."""
    flawed = [name for one in rounds for name in NAMES if not one[name].is_whole]
    if flawed:
        sys.exit(f"No figures: not all was answered by {', '.join(flawed)}.")


def figures(rounds: list[dict[str, Measured]]) -> dict[str, object]:
    rates = {name: statistics.median(one[name].per_s for one in rounds) for name in NAMES}
    for name, rate in rates.items():
        print(f"{name:>8}: {rate:6.0f}/s, {rate * STRETCH / 1e6:5.0f} MB/s", flush=True)
    return {
        "bench": "delivery",
        "nginx_checked_ratio": _ratio(rounds, "checked"),
        "python_ratio": _ratio(rounds, "python"),
        "cpu_ratios": {name: _cpu_ratio(rounds, name) for name in NAMES[1:]},
        "per_s": {name: round(rate) for name, rate in rates.items()},
        "settings": settings(),
    }


def _ratio(rounds: Iterable[dict[str, Measured]], name: str) -> float:
    return round(statistics.median(one[name].per_s / one["bare"].per_s for one in rounds), 3)


def _cpu_ratio(rounds: Iterable[dict[str, Measured]], name: str) -> float:
    """Return how many requests go out for the processor time of one by nginx alone."""
    return round(statistics.median(one["bare"].cost / one[name].cost for one in rounds), 3)


def settings() -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "stretch_bytes": STRETCH,
        "connections": CONNECTIONS,
        "rounds": ROUNDS,
        "seconds": SECONDS,
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "python": platform.python_version(),
        "gunicorn": version("gunicorn"),
        **servers.settings(),
    }


def load(server: Server, list_: Path, seconds: int) -> Measured:
    """Ask for one stretch after another for some seconds."""
    before = time.of_tree(server.process) + time.of_ended_children()
    answer = subprocess.run(
        [
            *("wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s"),
            *("-s", str(HERE / "_delivery.lua"), f"http://{server.address}", "--", str(list_)),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(r"RESULT (\d+) ([\d.]+) (\d+) (\d+)", answer)
    if found is None:
        sys.exit(answer)
    spent = time.of_tree(server.process) + time.of_ended_children() - before
    return Measured(int(found[1]), float(found[2]), int(found[3]), int(found[4]), spent)


if __name__ == "__main__":
    main()
