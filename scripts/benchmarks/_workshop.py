"""An installation for measuring: a file goes in as an instructor's would, and the worker's own
handler makes of it what learners watch.
"""

import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from elearn import clock, jobs, media
from elearn.cli import Installation
from elearn.config import Settings
from elearn.jobs import Work
from elearn.media.jobs import transcode
from elearn.migrations import tables


@dataclass(frozen=True, slots=True)
class Spent:
    """What something cost: seconds on the clock, and of processors, of all programs together."""

    wall: float
    cpu: float


def spent(work: Callable[[], object]) -> Spent:
    """Return what it cost; all programs it started must have ended."""
    began, used = time.monotonic(), _cpu()
    work()
    return Spent(round(time.monotonic() - began, 1), round(_cpu() - used, 1))


def _cpu() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, who))


def installation(folder: Path) -> Installation:
    """Open a new installation on SQLite in the folder."""
    settings = Settings(
        home=folder,
        database_url=f"sqlite:///{folder}/elearn.sqlite3",
        storage_url=f"file://{folder}/files",
        secret_key=token_urlsafe(),
    )
    here = Installation.of(settings)
    tables.METADATA.create_all(here.database.engine)
    return here


def made_ready(here: Installation, path: Path, title: str) -> int:
    """Take a file in and make it ready; return the number of its version."""
    upload = media.receive(here.store, path, media.About(title, path.name))
    with here.database.writing() as db:
        version = media.add(db, upload, now=clock.now())
        number, key = version.id, version.job_key
    work_on(here, key)
    with here.database.reading() as db:
        version = media.version_by_id(db, number)
        if version.state is not media.VersionState.READY:
            raise SystemExit(str(version.told_reason))
    return number


def work_on(here: Installation, key: str) -> None:
    """Do a job as a worker does."""
    name = f"measuring-{os.getpid()}"
    with here.database.writing() as db:
        job = jobs.job_by_key(db, key)
        assert job
        job.state, job.worker, job.lease_until = jobs.JobState.RUNNING, name, clock.now()
        work = Work(job.id, name, job.payload, here.settings, here.database, here.store)
    transcode(work)
