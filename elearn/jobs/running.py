"""A job in a worker's hands: its lease, its progress and its end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from elearn.config import Settings
from elearn.jobs.models import Job, JobState, Obstacle
from elearn.jobs.obstacles import pause_after


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
    """End a job, well or with an error; what another worker took over is left alone.

    What failed and nobody wants any more has not failed: it is cancelled.
    """
    if job := _held(db, work):
        failed = JobState.CANCELLED if job.cancel_asked_at else JobState.FAILED
        end(job, failed if error else JobState.DONE, now=now, error=error)


def give_up(db: Session, work: Held, *, now: datetime) -> None:
    """End a job that was cancelled while it was done."""
    if job := _held(db, work):
        end(job, JobState.CANCELLED, now=now)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What stood in the way: of what kind, in whose words, and the bytes that were free then."""

    obstacle: Obstacle
    error: str
    free_bytes: int


def put_off(db: Session, work: Held, hindrance: Hindrance, *, now: datetime) -> Job | None:
    """Give a job back that could not go on, to be tried again by itself; return it as it stands.

    It has lost no attempt. One that was tried often enough has failed, one that nobody wants any
    more is cancelled; what another worker took over is left alone.
    """
    job = _held(db, work)
    if job is not None:
        _put_off(job, hindrance, now=now)
    return job


def _put_off(job: Job, hindrance: Hindrance, *, now: datetime) -> None:
    pause = pause_after(hindrance.obstacle, job.times_put_off)
    if job.cancel_asked_at:
        end(job, JobState.CANCELLED, now=now)
    elif pause is None:
        end(job, JobState.FAILED, now=now, error=hindrance.error)
    else:
        job.state, job.worker, job.lease_until = JobState.QUEUED, None, None
        job.attempts, job.times_put_off = job.attempts - 1, job.times_put_off + 1
        job.run_after, job.error = now + pause, hindrance.error
        job.obstacle, job.free_bytes = hindrance.obstacle, hindrance.free_bytes


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
    job.obstacle, job.times_put_off, job.free_bytes = None, 0, None
    job.finished_at, job.error = now, error
    if state is JobState.DONE:
        job.done = job.total


def _held(db: Session, work: Held) -> Job | None:
    return db.scalar(select(Job).where(_mine(work)).with_for_update())


def _mine(work: Held) -> ColumnElement[bool]:
    return (Job.id == work.job_id) & (Job.worker == work.worker)
