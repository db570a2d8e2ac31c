"""Workers that are there: each says so now and then, whatever it does."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from elearn.db import insert_missing
from elearn.jobs.models import JobWorker

SEEN_SECONDS = 5.0
SILENT = timedelta(seconds=30)
_FORGOTTEN = timedelta(days=1)  # Until then an operator may still want to know who fell silent.


def enlist(db: Session, worker: JobWorker) -> None:
    """Enter a worker that begins; those silent for long are forgotten."""
    gone = JobWorker.seen_at < worker.started_at - _FORGOTTEN
    db.execute(delete(JobWorker).where(gone))
    facts = ("name", "host", "process", "least_priority", "started_at", "seen_at", "free_bytes")
    insert_missing(db, JobWorker, **{fact: getattr(worker, fact) for fact in facts})


def see(db: Session, name: str, *, free_bytes: int, now: datetime) -> None:
    """Write down that a worker is alive, and what room it has."""
    its = update(JobWorker).where(JobWorker.name == name)
    db.execute(its.values(seen_at=now, free_bytes=free_bytes))


def strike_off(db: Session, name: str) -> None:
    """Forget a worker that ends as it should."""
    db.execute(delete(JobWorker).where(JobWorker.name == name))


def workers_seen(db: Session) -> Sequence[JobWorker]:
    """Return the workers that did not end as they should, or have not ended, the oldest first."""
    return db.scalars(select(JobWorker).order_by(JobWorker.started_at, JobWorker.id)).all()
