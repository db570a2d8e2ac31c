"""How many watch reports a second are made durable, beside a view that does nothing.

One request is one report of one of 64 learners chosen at random. *hello* answers ok; *floor* is a
signed-in POST that parses the same body and writes nothing. The three take turns, so that a noisy
machine treats them alike; each figure is the median of the rounds.
"""

import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import _progress_site as site

ROUNDS = 3
SECONDS = 5
CONNECTIONS = 32
WORKERS = 2
THREADS = 8
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of the load generator saw."""

    per_s: float
    p95_ms: float
    failed: int


def main() -> None:
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: apt-get install -y wrk")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        lines = [
            measure("SQLite", f"sqlite:///{home}/elearn.sqlite3", home),
            measure("PostgreSQL", os.environ["ELEARN_TEST_DATABASE_URL"], home),
        ]
    for line in lines:
        print(json.dumps(line))


def measure(name: str, url: str, home: Path) -> dict[str, object]:
    """Measure one database; return the figures of its last line."""
    environment = site.environment(url, home)
    learners = home / f"{name}.tsv"
    site.fill(environment, learners)
    with served(environment) as address:
        rounds = [
            {view: load(address, view, learners) for view in ("hello", "floor", "report")}
            for _ in range(ROUNDS)
        ]
    rates = {view: statistics.median(r[view].per_s for r in rounds) for view in rounds[0]}
    failed = sum(r[view].failed for r in rounds for view in r)
    for view, rate in rates.items():
        print(f"{name:>10} {view:>7}: {rate:7.0f}/s", flush=True)
    return {
        "bench": "progress",
        "database": name,
        "reports_per_s": round(rates["report"]),
        "p95_ms": round(statistics.median(r["report"].p95_ms for r in rounds), 1),
        "ratio_to_floor": round(rates["report"] / rates["floor"], 2),
        "ratio_to_hello": round(rates["report"] / rates["hello"], 2),
        "failed": failed,
        "settings": {
            "learners": site.LEARNERS,
            "connections": CONNECTIONS,
            "workers": WORKERS,
            "threads": THREADS,
            "rounds": ROUNDS,
            "seconds": SECONDS,
            "cores": os.cpu_count(),
            **site.durability(environment),
        },
    }


@contextmanager
def served(environment: dict[str, str]):
    """Run gunicorn on a free port until the block ends."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [
        *(sys.executable, "-m", "gunicorn", "_progress_site:application"),
        *("--chdir", str(HERE), "--bind", address, "--worker-class", "gthread"),
        *("--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "warning"),
    ]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, process_group=0)
    try:
        subprocess.run(
            ["curl", "-sf", "--retry-connrefused", "--retry", "50", "--retry-delay", "0",
             "--retry-max-time", "30", "-o", "/dev/null", f"http://{address}/hello"],
            check=True,
        )  # fmt: skip
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def load(address: str, view: str, learners: Path) -> Measured:
    """Send requests for some seconds; each of the load generator's threads has its own learners."""
    answer = subprocess.run(
        ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(HERE / "_progress.lua"),
         f"http://{address}", "--", view, str(learners)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = re.search(r"RESULT ([\d.]+) ([\d.]+) (\d+)", answer)
    if found is None:
        sys.exit(answer)
    return Measured(float(found[1]), float(found[2]), int(found[3]))


if __name__ == "__main__":
    main()
