"""The worker: claims one job after another and does it under a lease."""

import os
import shutil
import signal
import socket
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from types import FrameType
from uuid import uuid4

import click
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from elearn import clock, jobs
from elearn.cli import Installation
from elearn.cli.following import Follower, following
from elearn.errors import Refusal
from elearn.jobs import Handlers, Job, JobState, Work
from elearn.text import msg

IDLE_SECONDS = 1.0
BEAT_SECONDS = 2.0
ABANDONED_SECONDS = 48 * 3600  # No upload and no transcoding takes two days.
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopped(BaseException):
    """The operator asked the worker to end."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    for number in _SIGNALS:  # A second one must not tear what the first one set going.
        signal.signal(number, _pass_over)
    raise Stopped


def _pass_over(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing; to ignore a signal that is on its way already, Python would complain."""


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

    :raise Refusal: with `drain`, if some of them have failed.
    """
    name = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:6]}"
    _clear_abandoned(here.settings.temporary)
    try:
        for number in _SIGNALS:
            signal.signal(number, _stop)
        with following(here, () if drain else followers):
            return _work(here, handlers, name, drain=drain, priority=priority)
    except Stopped:
        return None


def _work(here: Installation, handlers: Handlers, name: str, *, drain: bool, priority: int) -> None:
    idle = threading.Event()
    while True:
        if _do_next(here, handlers, name, priority):
            continue
        if drain and not _is_work_left(here, priority):
            return _refuse_failed(here, priority)
        idle.wait(IDLE_SECONDS)


def _refuse_failed(here: Installation, priority: int) -> None:
    failed = select(Job.key).where(Job.state == JobState.FAILED, Job.priority >= priority)
    with here.database.reading() as db:
        keys = db.scalars(failed.order_by(Job.id)).all()
    if keys:
        raise Refusal(
            msg(
                "%(count)s việc bị hỏng: %(keys)s. Nguyên nhân in ở trên; sửa rồi chạy lại.",
                count=len(keys),
                keys=", ".join(keys),
            )
        )


def _do_next(here: Installation, handlers: Handlers, name: str, priority: int) -> bool:
    """Do one job, and return whether there was one; a database that is away may come back."""
    try:
        if work := _claim(here, name, priority):
            _do(here, handlers, *work)
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
    with here.database.writing() as db:
        job = jobs.claim(db, name, lease=lease, now=clock.now(), priority=priority)
        if job is None:
            return None
        work = Work(job.id, name, job.payload, here.settings, here.database, here.store)
        return work, job.kind, job.key


def _is_work_left(here: Installation, priority: int) -> bool:
    open_states = (JobState.QUEUED, JobState.RUNNING)
    left = select(Job.id).where(Job.state.in_(open_states), Job.priority >= priority).limit(1)
    with here.database.reading() as db:
        return db.scalar(left) is not None


def _do(here: Installation, handlers: Handlers, work: Work, kind: str, key: str) -> None:
    """Do one job and record its end; what goes wrong in it never ends the worker.

    :raise OperationalError: if the database is away.
    """
    click.echo(f"{key}: bắt đầu")
    error = None
    try:
        with _heartbeat(work, key):
            handlers[kind](work)
    except Stopped:
        with suppress(SQLAlchemyError), here.database.writing() as db:  # Else its lease runs out.
            jobs.release(db, work)
        raise
    except jobs.LeaseLost:
        click.echo(f"{key}: một tiến trình khác đã nhận việc này")
        return
    except jobs.Cancelled:
        with here.database.writing() as db:
            jobs.give_up(db, work, now=clock.now())
        click.echo(f"{key}: đã hủy")
        return
    except OperationalError:
        raise  # The job is not at fault: it is done again when its lease has run out.
    except Exception as problem:  # noqa: BLE001  # A job may fail in any way; the worker goes on.
        error = f"{type(problem).__name__}: {problem}"
        traceback.print_exc()
    with here.database.writing() as db:
        jobs.finish(db, work, now=clock.now(), error=error)
    click.echo(f"{key}: {'hỏng, ' + error if error else 'xong'}")


@contextmanager
def _heartbeat(work: Work, key: str) -> Iterator[None]:
    """Extend the lease while the job runs, and tell the operator how far it is."""
    ended = threading.Event()
    pause = min(BEAT_SECONDS, work.settings.job_lease_seconds / 3)

    def beat() -> None:
        told = 0
        while not ended.wait(pause):
            try:
                with work.database.writing() as db:
                    jobs.extend(db, work, done=0, total=0, now=clock.now())
                    percent = db.get_one(Job, work.job_id).percent
            except (jobs.LeaseLost, jobs.Cancelled):
                return
            except SQLAlchemyError:  # It may be back at the next beat.
                continue
            if percent > told:
                told = percent
                click.echo(f"{key}: {percent}%")

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
