"""How many watch reports a second are made durable, beside a view that does nothing.

One request is one report of one of 64 learners chosen at random; the desk takes many of them into
one transaction. *hello* answers ok; *floor* is a signed-in POST that parses the same body and
writes nothing, as a page would take it. The three take turns, so that a noisy machine treats them
alike; each figure, a ratio too, is the median of many short rounds. Without an argument SQLite is
measured, then PostgreSQL; with one, that database alone.
"""

import json
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from elearn.cli import Installation
from elearn.cli.serve import WORKER
from scripts.benchmarks import _progress_site as site

ROUNDS = 7
SECONDS = 2
WARM_SECONDS = 2
CONNECTIONS = 16  # One for each thread of the two web workers: beyond that, pages only queue.
VIEWS = ("hello", "floor", "report")
HERE = Path(__file__).parent
PACKAGES = ("gunicorn", "flask", "sqlalchemy", "psycopg")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the load generator saw."""

    requests: int
    per_s: float
    p95_ms: float
    failed: int


def main(chosen: list[str]) -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: run scripts/setup bench.")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        addresses = {
            "SQLite": f"sqlite:///{home}/elearn.sqlite3",
            "PostgreSQL": os.environ["ELEARN_TEST_DATABASE_URL"],
        }
        lines = [
            measure(name, url, home)
            for name, url in addresses.items()
            if name.lower() in (chosen or [name.lower()])
        ]
    for line in lines:
        print(json.dumps(line))


def measure(name: str, url: str, home: Path) -> dict[str, object]:
    """Measure one database; return the figures of its line."""
    surroundings = site.environment(url, home)
    here = site.installation(surroundings)
    learners = home / f"{name}.tsv"
    site.fill(here, learners)
    with served(here, surroundings) as address:
        warm = [load(address, view, learners, WARM_SECONDS) for view in VIEWS]
        rounds = [
            {view: load(address, view, learners, SECONDS) for view in VIEWS} for _ in range(ROUNDS)
        ]
    answered = warm[-1].requests + sum(one["report"].requests for one in rounds)
    complain(rounds, lost=answered - site.reports_kept(here))
    facts = figures(name, rounds) | {"settings": {"database": name, **settings(here)}}
    here.database.engine.dispose()
    return facts


def complain(rounds: list[dict[str, Measured]], *, lost: int) -> None:
    """End without any figure if a request failed, or was answered and not kept."""
    failed = sum(one[view].failed for one in rounds for view in VIEWS)
    if failed or lost > 0:
        sys.exit(f"No figures: {failed} requests failed, {max(lost, 0)} reports were lost.")


def figures(name: str, rounds: list[dict[str, Measured]]) -> dict[str, object]:
    rates = {view: _median(one[view].per_s for one in rounds) for view in VIEWS}
    for view, rate in rates.items():
        print(f"{name:>10} {view:>6}: {rate:6.0f}/s", flush=True)
    return {
        "bench": "progress",
        "reports_per_s": round(rates["report"]),
        "p95_ms": round(_median(one["report"].p95_ms for one in rounds), 1),
        "ratio_to_floor": _ratio(rounds, "floor"),
        "ratio_to_hello": _ratio(rounds, "hello"),
    }


def _ratio(rounds: list[dict[str, Measured]], view: str) -> float:
    return round(_median(one["report"].per_s / one[view].per_s for one in rounds), 2)


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def settings(here: Installation) -> dict[str, object]:
    """Return what the figures depend on."""
    return {
        "learners": site.LEARNERS,
        "connections": CONNECTIONS,
        "workers": here.settings.web_workers,
        "threads": here.settings.web_threads,
        "rounds": ROUNDS,
        "seconds": SECONDS,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        **site.durability(here),
    }


@contextmanager
def served(here: Installation, surroundings: dict[str, str]) -> Iterator[str]:
    """Run gunicorn on a socket that is open already: who comes early waits."""
    with socket.create_server(("127.0.0.1", 0), backlog=CONNECTIONS) as listener:
        server = subprocess.Popen(
            command(here, listener),
            env=surroundings,
            cwd=site.ROOT,
            process_group=0,
            pass_fds=[listener.fileno()],
        )
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def command(here: Installation, listener: socket.socket) -> list[str]:
    workers, threads = here.settings.web_workers, here.settings.web_threads
    return [
        *(sys.executable, "-m", "gunicorn", "scripts.benchmarks._progress_site:application()"),
        *("--bind", f"fd://{listener.fileno()}", "--worker-class", WORKER),
        *("--workers", str(workers), "--threads", str(threads), "--log-level", "warning"),
        *("--preload", "--no-control-socket"),
    ]


def load(address: str, view: str, learners: Path, seconds: int) -> Measured:
    """Send requests for some seconds, each of a learner chosen at random."""
    answer = subprocess.run(
        [
            *("wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s"),
            *("-s", str(HERE / "_progress.lua"), address, "--", view, str(learners)),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(r"RESULT (\d+) ([\d.]+) ([\d.]+) (\d+)", answer)
    if found is None:
        sys.exit(answer)
    return Measured(int(found[1]), float(found[2]), float(found[3]), int(found[4]))


if __name__ == "__main__":
    main([name.lower() for name in sys.argv[1:]])
