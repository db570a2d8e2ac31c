"""The queue: what is wanted, and who takes it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.jobs.models import Job, JobState, Obstacle
from elearn.jobs.obstacles import PAUSES
from elearn.jobs.running import end

MOST_ATTEMPTS = 5  # A job that killed its worker this often would go on killing workers.
WORKERS_DIED = "its workers died"
#: A disk that others write to is now a little fuller and now a little emptier: no reason to hurry.
_REST = timedelta(seconds=PAUSES[0])


def enqueue(  # noqa: PLR0913  # A job has that many facts, and each is named.
    db: Session,
    kind: str,
    payload: dict[str, Any],
    *,
    key: str,
    now: datetime,
    priority: int = 0,
    run_after: datetime | None = None,
) -> Job:
    """Put a job into the queue, in the transaction that wants it; one key stands for one job.

    A job that ended under the same key is queued anew; one that waits or runs is left alone, but
    that it is done no later than the new wish says.
    """
    facts = {"kind": kind, "payload": payload, "priority": priority, "run_after": run_after}
    insert_missing(db, Job, key=key, enqueued_at=now, **facts)
    job = db.scalars(select(Job).where(Job.key == key).with_for_update()).one()
    if job.is_over:
        renew(job)
        job.payload, job.enqueued_at, job.run_after = payload, now, run_after
    elif job.run_after and not job.obstacle:
        job.run_after = min(job.run_after, run_after) if run_after else None
    job.cancel_asked_at = None  # It is wanted after all.
    job.priority = max(job.priority, priority)
    db.flush()
    return job


def renew(job: Job) -> None:
    """Queue a job as if nobody had ever begun it."""
    job.state, job.attempts, job.error = JobState.QUEUED, 0, None
    job.done, job.total, job.finished_at = 0, 0, None
    job.run_after, job.obstacle, job.times_put_off, job.free_bytes = None, None, 0, None


def claim(  # noqa: PLR0913  # What a worker is and can do, each named.
    db: Session,
    worker: str,
    *,
    lease: timedelta,
    now: datetime,
    priority: int = 0,
    free_bytes: int = 0,
) -> Job | None:
    """Take the most urgent job that waits, or whose worker has gone silent.

    One that waits for room is taken before its time by a worker that has more room than there was.
    One that has worn out its attempts is ended as failed, one that was cancelled meanwhile as
    cancelled, and the next is looked at.
    """
    free = _is_free(now, free_bytes) & (Job.priority >= priority)
    while job := _first(db, free):
        if job.cancel_asked_at:
            end(job, JobState.CANCELLED, now=now)
        elif job.attempts >= MOST_ATTEMPTS:
            end(job, JobState.FAILED, now=now, error=job.error or WORKERS_DIED)
        else:
            _take(job, worker, now=now, lease=lease)
            db.flush()
            break
    return job


def _take(job: Job, worker: str, *, now: datetime, lease: timedelta) -> None:
    job.state, job.worker, job.lease_until = JobState.RUNNING, worker, now + lease
    job.attempts += 1
    job.started_at, job.moved_at, job.run_after = now, None, None


def _is_free(now: datetime, free_bytes: int) -> ColumnElement[bool]:
    has_room = (Job.obstacle == Obstacle.ROOM) & (Job.free_bytes < free_bytes)
    has_room &= Job.started_at <= now - _REST
    is_due = or_(Job.run_after.is_(None), Job.run_after <= now, has_room)
    return or_(
        (Job.state == JobState.QUEUED) & is_due,
        (Job.state == JobState.RUNNING) & (Job.lease_until < now),
    )


def _first(db: Session, free: ColumnElement[bool]) -> Job | None:
    return db.scalar(
        select(Job)
        .where(free)
        .order_by(Job.priority.desc(), Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
