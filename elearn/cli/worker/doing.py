"""One job done, and how it ended written down."""

import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from threading import Event

import click
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from elearn import clock, jobs
from elearn.cli import Installation
from elearn.cli.worker.beating import heartbeat
from elearn.cli.worker.stopping import Stopped
from elearn.errors import Refusal
from elearn.jobs import Handlers, Hindrance, Job, JobState, Obstacle, Work

PATIENCE_SECONDS = 10.0  # For a database that is away at the very moment of an end.
PAUSE_SECONDS = 0.5
_WAITS_FOR = {
    Obstacle.ROOM: "đĩa hết chỗ trống",
    Obstacle.DATABASE: "cơ sở dữ liệu không trả lời",
    Obstacle.AWAY: "kho tệp hoặc máy chủ khác không trả lời",
    Obstacle.KILLED: "chương trình bị dừng giữa chừng, thường vì máy thiếu bộ nhớ",
}
_WORTH_A_TRY = 1 << 20
_TAKEN_OVER, _CANCELLED = "một tiến trình khác đã nhận việc này", "đã hủy"

#: Writes down how a job ended, and returns what the operator is told.
End = Callable[[Session, datetime], str]


def do(here: Installation, handlers: Handlers, work: Work, kind: str, key: str) -> None:
    """Do one job and record its end; what goes wrong in it never ends the worker.

    :raise OperationalError: if the database is away, so that the end could not be written down.
    """
    click.echo(f"{key}: bắt đầu")
    end = _ended(here, work, key, lambda: handlers[kind](work))
    click.echo(f"{key}: {_recorded(here, end)}")


def _ended(here: Installation, work: Work, key: str, handle: Callable[[], None]) -> End:
    """Do the job, and return how it ended."""
    try:
        with heartbeat(work, key):
            handle()
    except Stopped:
        with suppress(SQLAlchemyError), here.database.writing() as db:  # Else its lease runs out.
            jobs.release(db, work)
        raise
    except jobs.LeaseLost:
        return lambda _db, _now: _TAKEN_OVER
    except jobs.Cancelled:
        return partial(_given_up, work)
    except Exception as problem:  # noqa: BLE001  # A job may fail in any way; the worker goes on.
        return _failed(work, problem)
    return partial(_finished, work, None)


def _failed(work: Work, problem: Exception) -> End:
    """Return the end of a job that failed, or could not go on."""
    obstacle = jobs.obstacle_of(problem)
    is_refused = isinstance(problem, Refusal)
    error = str(problem) if is_refused else f"{type(problem).__name__}: {problem}"
    if obstacle:
        free = jobs.free_bytes(work.settings)
        return partial(_put_off, work, Hindrance(obstacle, error, free + _more_than(free)))
    if not is_refused:
        traceback.print_exception(problem)
    return partial(_finished, work, error)


def _more_than(free: int) -> int:
    """Return how much more room is worth a try: what others write and remove is not."""
    return max(free // 20, _WORTH_A_TRY)


def _finished(work: Work, error: str | None, db: Session, now: datetime) -> str:
    jobs.finish(db, work, now=now, error=error)
    return f"hỏng, {error}" if error else "xong"


def _given_up(work: Work, db: Session, now: datetime) -> str:
    jobs.give_up(db, work, now=now)
    return _CANCELLED


def _put_off(work: Work, hindrance: Hindrance, db: Session, now: datetime) -> str:
    job = jobs.put_off(db, work, hindrance, now=now)
    return _told_of(job, hindrance, now) if job else _TAKEN_OVER


def _told_of(job: Job, hindrance: Hindrance, now: datetime) -> str:
    if job.state is JobState.CANCELLED:
        return _CANCELLED
    why = f"{_WAITS_FOR[hindrance.obstacle]} ({hindrance.error})"
    if job.run_after is None:
        return f"hỏng, {why}"
    return f"{why}, tự thử lại sau {(job.run_after - now).seconds} giây"


def _recorded(here: Installation, end: End) -> str:
    """Write down how a job ended, and return what the operator is told.

    :raise OperationalError: if the database stays away.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with here.database.writing() as db:
                return end(db, clock.now())
        except OperationalError:
            if time.monotonic() > until:
                raise
            Event().wait(PAUSE_SECONDS)
