"""Jobs and workers in every standing."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from elearn.jobs import Job, JobState, JobWorker

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)


def job(db: Session, key: str = "one", **facts: Any) -> Job:
    """Make a job that waits, unless facts say otherwise."""
    values = {"kind": "clean-files", "payload": {}, "enqueued_at": NOW, **facts}
    row = Job(key=key, **values)
    db.add(row)
    db.flush()
    return row


def running(db: Session, key: str = "running", **facts: Any) -> Job:
    """Make a job that a worker has done half of in ten minutes."""
    values = {
        "state": JobState.RUNNING,
        "worker": "may-1-4711-ab12cd",
        "lease_until": NOW + timedelta(seconds=30),
        "started_at": NOW - timedelta(minutes=10),
        "moved_at": NOW,
        "done": 50,
        "total": 100,
        **facts,
    }
    return job(db, key, **values)


def failed(db: Session, key: str = "failed", **facts: Any) -> Job:
    values = {"state": JobState.FAILED, "finished_at": NOW, "error": "ValueError: bad", **facts}
    return job(db, key, **values)


def worker(db: Session, name: str = "may-1-4711-ab12cd", **facts: Any) -> JobWorker:
    """Make a worker that was heard of just now."""
    values = {
        "host": "may-1",
        "process": 4711,
        "least_priority": 0,
        "started_at": NOW - timedelta(hours=3),
        "seen_at": NOW,
        "free_bytes": 66_000_000_000,
        **facts,
    }
    row = JobWorker(name=name, **values)
    db.add(row)
    db.flush()
    return row
