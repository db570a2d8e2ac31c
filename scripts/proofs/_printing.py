"""Workers that print what was issued, some of them killed while they do."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from elearn.certificates import CertificateFile
from elearn.cli import Installation
from tests.survival.processes import wait_until

ROOT = Path(__file__).resolve().parents[2]
WORKERS, BETWEEN_KILLS = 4, 20
PATIENCE_SECONDS = 600


def finish(here: Installation, *, kill: int) -> None:
    """Print everything with four workers; after every twenty papers one of them is killed."""
    workers = [_start(here) for _ in range(WORKERS)]
    for number, doomed in enumerate(workers[:kill], 1):
        wanted = number * BETWEEN_KILLS
        wait_until(lambda wanted=wanted: printed(here) >= wanted, f"{wanted} papers")  # type: ignore[misc]  # a bound default
        os.kill(doomed.pid, signal.SIGKILL)
        doomed.wait()
        print(f"a worker killed after {printed(here)} papers")
    for worker in workers[kill:]:
        worker.wait(PATIENCE_SECONDS)


def printed(here: Installation) -> int:
    """Return how many certificates have a file."""
    with here.database.reading() as db:
        return db.scalar(select(func.count()).select_from(CertificateFile)) or 0


def _start(here: Installation) -> "subprocess.Popen[bytes]":
    settings = here.settings
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ELEARN_")}
    own = {
        "ELEARN_HOME": str(settings.home),
        "ELEARN_DATABASE_URL": settings.database_url,
        "ELEARN_STORAGE_URL": settings.storage_url,
        "ELEARN_SECRET_KEY": settings.secret_key,
        "ELEARN_JOB_LEASE_SECONDS": str(settings.job_lease_seconds),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "elearn", "worker", "--drain"],
        cwd=ROOT,
        env=plain | own,
        stdout=subprocess.DEVNULL,
    )
