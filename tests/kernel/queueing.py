"""The queue as tests use it: wishes, claims, and what is kept, each in a transaction of its own."""

from datetime import UTC, datetime, timedelta

from elearn import jobs

NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
LEASE = timedelta(seconds=30)
LATER = NOON + LEASE + timedelta(seconds=1)


def enqueue(real, *keys, priority=0, now=NOON):
    with real.writing() as db:
        return [
            jobs.enqueue(db, "count", {"key": key}, key=key, priority=priority, now=now).id
            for key in keys
        ]


def claim(real, worker="a", *, now=NOON, priority=0):
    """Return the key of the job that the worker took."""
    with real.writing() as db:
        job = jobs.claim(db, worker, lease=LEASE, now=now, priority=priority)
        return job.key if job else None


def kept(real, key="one"):
    with real.reading() as db:
        return jobs.job_by_key(db, key)
