"""A job in a worker's hands: its lease, its progress and its end."""

from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from elearn.config import Settings
from elearn.jobs.models import Job, JobState


class Held(Protocol):
    """What is known of a job by whoever does it."""

    @property
    def job_id(self) -> int: ...
    @property
    def worker(self) -> str: ...
    @property
    def settings(self) -> Settings: ...


class LeaseLost(Exception):
    """Another worker has taken the job over; whoever finds this out stops at once."""


class Cancelled(Exception):
    """Somebody does not want the job any more; whoever does it stops at once and writes nothing."""


def extend(db: Session, work: Held, *, done: int, total: int, now: datetime) -> None:
    """Keep the lease and the progress of a running job.

    :raise LeaseLost: if the job is no longer this worker's.
    :raise Cancelled: if nobody wants it any more.
    """
    lease_until = now + timedelta(seconds=work.settings.job_lease_seconds)
    values: dict[str, Any] = {"lease_until": lease_until}
    if total:
        values |= {"done": done, "total": total, "moved_at": now}
    kept = update(Job).where(_mine(work)).values(values).returning(Job.cancel_asked_at)
    row = db.execute(kept).one_or_none()
    if row is None:
        raise LeaseLost
    if row.cancel_asked_at is not None:
        raise Cancelled


def finish(db: Session, work: Held, *, now: datetime, error: str | None = None) -> None:
    """End a job, well or with an error; what another worker took over is left alone."""
    if job := _held(db, work):
        end(job, JobState.FAILED if error else JobState.DONE, now=now, error=error)


def give_up(db: Session, work: Held, *, now: datetime) -> None:
    """End a job that was cancelled while it was done."""
    if job := _held(db, work):
        end(job, JobState.CANCELLED, now=now)


def release(db: Session, work: Held) -> None:
    """Give a running job back to the queue, so that a worker may end at once."""
    db.execute(
        update(Job)
        .where(_mine(work))
        .values(state=JobState.QUEUED, worker=None, lease_until=None, attempts=Job.attempts - 1)
    )


def end(job: Job, state: JobState, *, now: datetime, error: str | None = None) -> None:
    """End a job for now: nobody has it any more, and it waits for nothing."""
    job.state, job.worker, job.lease_until = state, None, None
    job.run_after, job.cancel_asked_at = None, None
    job.obstacle, job.put_off, job.free_bytes = None, 0, None
    job.finished_at, job.error = now, error
    if state is JobState.DONE:
        job.done = job.total


def _held(db: Session, work: Held) -> Job | None:
    return db.scalar(select(Job).where(_mine(work)).with_for_update())


def _mine(work: Held) -> ColumnElement[bool]:
    return (Job.id == work.job_id) & (Job.worker == work.worker)
