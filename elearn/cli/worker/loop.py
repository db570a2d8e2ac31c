"""One job after another, until the operator says so or nothing is left."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import click
from sqlalchemy.exc import OperationalError

from elearn import clock, jobs
from elearn.cli import Installation
from elearn.cli.following import Follower, following
from elearn.cli.worker import draining, stopping
from elearn.cli.worker.beating import presence
from elearn.cli.worker.doing import do
from elearn.cli.worker.stopping import Stopped
from elearn.jobs import Handlers, Work

IDLE_SECONDS = 1.0
_LONGEST_HOST = 60
ABANDONED_SECONDS = 48 * 3600  # No upload and no transcoding takes two days.


def run(
    here: Installation,
    handlers: Handlers,
    *,
    drain: bool,
    priority: int,
    followers: Sequence[Follower] = (),
) -> None:
    """Do jobs of at least this priority until told to stop or, with `drain`, until none is left.

    A worker that drains has no followers: it would end in the midst of what they begin.

    :raise Refusal: with `drain`, if some of them have failed, or wait for what may take long.
    """
    name = f"{socket.gethostname()[:_LONGEST_HOST]}-{os.getpid()}-{uuid4().hex[:6]}"
    _clear_abandoned(here.settings.temporary)
    try:
        stopping.listen()
        with presence(here, name, priority), following(here, () if drain else followers):
            return _work(here, handlers, name, drain=drain, priority=priority)
    except Stopped:
        return None


def _work(here: Installation, handlers: Handlers, name: str, *, drain: bool, priority: int) -> None:
    idle = threading.Event()
    while True:
        if _do_next(here, handlers, name, priority):
            continue
        if drain and not draining.is_work_left(here, priority):
            return draining.refuse_rest(here, priority)
        idle.wait(IDLE_SECONDS)


def _do_next(here: Installation, handlers: Handlers, name: str, priority: int) -> bool:
    """Do one job, and return whether there was one; a database that is away may come back."""
    try:
        if work := _claim(here, name, priority):
            do(here, handlers, *work)
    except OperationalError as problem:
        click.echo(f"Cơ sở dữ liệu không trả lời, sẽ thử lại: {problem.orig}")
        return False
    return work is not None


def _clear_abandoned(folder: Path) -> None:
    """Remove what killed processes left under way; a job clears what its own last run left."""
    for left in folder.iterdir():
        with suppress(FileNotFoundError):  # Another worker clears, too.
            if time.time() - left.stat().st_mtime > ABANDONED_SECONDS:
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _claim(here: Installation, name: str, priority: int) -> tuple[Work, str, str] | None:
    lease = timedelta(seconds=here.settings.job_lease_seconds)
    free = jobs.free_bytes(here.settings)
    with here.database.writing() as db:
        job = jobs.claim(db, name, lease=lease, now=clock.now(), priority=priority, free_bytes=free)
        if job is None:
            return None
        work = Work(job.id, name, job.payload, here.settings, here.database, here.store)
        return work, job.kind, job.key
