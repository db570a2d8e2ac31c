"""Work for later: one table, claimed by a lease, so that a killed worker loses nothing."""

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from elearn import clock
from elearn.config import Settings
from elearn.db import Base, Database, IntPk, insert_missing
from elearn.storage import Store

MOST_ATTEMPTS = 5  # A job that killed its worker this often would go on killing workers.


class JobState(enum.StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(Base):
    """One piece of work: what, how urgent, how far, and whose it is at the moment."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("(state = 'running') = (worker IS NOT NULL)", name="running_has_worker"),
        CheckConstraint("done BETWEEN 0 AND total", name="done_within_total"),
        Index("ix_job_claim", "state", "priority", "id"),
    )

    id: Mapped[IntPk]
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120), unique=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    priority: Mapped[int] = mapped_column(default=0)
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    enqueued_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    @property
    def percent(self) -> int:
        """Return how much is done, 0–100."""
        return 100 * self.done // self.total if self.total else 0


class LeaseLost(Exception):
    """Another worker has taken the job over; whoever finds this out stops at once."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a handler is given: its job's payload and the outside things it may use."""

    job_id: int
    worker: str
    payload: dict[str, Any]
    settings: Settings
    database: Database
    store: Store

    def report(self, done: int, total: int) -> None:
        """Record progress and extend the lease.

        :raise LeaseLost: if the job is no longer this worker's.
        """
        with self.database.writing() as db:
            extend(db, self, done=min(done, total), total=total, now=clock.now())

    def hold(self, db: Session) -> None:
        """Make sure, in the transaction that writes an outcome, that it is this worker's to write.

        Nobody can take the job over until that transaction ends.

        :raise LeaseLost: if somebody has.
        """
        extend(db, self, done=0, total=0, now=clock.now())


Handler = Callable[[Work], None]
Handlers = Mapping[str, Handler]


def enqueue(  # noqa: PLR0913  # A job has that many facts, and each is named.
    db: Session, kind: str, payload: dict[str, Any], *, key: str, now: datetime, priority: int = 0
) -> Job:
    """Put a job into the queue, in the transaction that wants it; one key stands for one job.

    A job that ended under the same key is queued anew; one that waits or runs is left alone.
    """
    insert_missing(db, Job, kind=kind, key=key, payload=payload, priority=priority, enqueued_at=now)
    job = db.scalars(select(Job).where(Job.key == key).with_for_update()).one()
    if job.state in (JobState.DONE, JobState.FAILED):
        job.state, job.attempts, job.error = JobState.QUEUED, 0, None
        job.done, job.total, job.finished_at = 0, 0, None
        job.payload, job.enqueued_at = payload, now
    job.priority = max(job.priority, priority)
    db.flush()
    return job


def claim(
    db: Session, worker: str, *, lease: timedelta, now: datetime, priority: int = 0
) -> Job | None:
    """Take the most urgent job that waits, or whose worker has gone silent.

    One that has worn out its attempts is ended as failed, and the next is looked at.
    """
    while job := _free(db, priority=priority, now=now):
        if job.attempts < MOST_ATTEMPTS:
            job.state, job.worker, job.lease_until = JobState.RUNNING, worker, now + lease
            job.attempts += 1
            db.flush()
            break
        _end(job, JobState.FAILED, now=now, error=job.error or "its workers died")
    return job


def _free(db: Session, *, priority: int, now: datetime) -> Job | None:
    free = or_(
        Job.state == JobState.QUEUED,
        (Job.state == JobState.RUNNING) & (Job.lease_until < now),
    )
    return db.scalar(
        select(Job)
        .where(free, Job.priority >= priority)
        .order_by(Job.priority.desc(), Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def extend(db: Session, work: Work, *, done: int, total: int, now: datetime) -> None:
    """Keep the lease and the progress of a running job.

    :raise LeaseLost: if the job is no longer this worker's.
    """
    lease_until = now + timedelta(seconds=work.settings.job_lease_seconds)
    mine = update(Job).where(Job.id == work.job_id, Job.worker == work.worker)
    values = {"lease_until": lease_until} | ({"done": done, "total": total} if total else {})
    if db.scalar(mine.values(values).returning(Job.id)) is None:
        raise LeaseLost


def finish(db: Session, work: Work, *, now: datetime, error: str | None = None) -> None:
    """End a job, well or with an error; what another worker took over is left alone."""
    job = db.scalar(
        select(Job).where(Job.id == work.job_id, Job.worker == work.worker).with_for_update()
    )
    if job is not None:
        _end(job, JobState.FAILED if error else JobState.DONE, now=now, error=error)


def release(db: Session, work: Work) -> None:
    """Give a running job back to the queue, so that a worker may end at once."""
    db.execute(
        update(Job)
        .where(Job.id == work.job_id, Job.worker == work.worker)
        .values(state=JobState.QUEUED, worker=None, lease_until=None, attempts=Job.attempts - 1)
    )


def _end(job: Job, state: JobState, *, now: datetime, error: str | None) -> None:
    job.state, job.worker, job.lease_until = state, None, None
    job.finished_at, job.error = now, error
    if state is JobState.DONE:
        job.done = job.total


def job_by_key(db: Session, key: str) -> Job | None:
    """Return the job that stands under a key."""
    return db.scalar(select(Job).where(Job.key == key))


def jobs_by_key(db: Session, keys: list[str]) -> dict[str, Job]:
    """Return the jobs under these keys, in one query."""
    return {job.key: job for job in db.scalars(select(Job).where(Job.key.in_(keys)))}
