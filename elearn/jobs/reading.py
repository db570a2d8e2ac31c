"""Jobs as they stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.jobs.models import Job


def job_by_key(db: Session, key: str) -> Job | None:
    """Return the job that stands under a key."""
    return db.scalar(select(Job).where(Job.key == key))


def jobs_by_key(db: Session, keys: list[str]) -> dict[str, Job]:
    """Return the jobs under these keys, in one query."""
    return {job.key: job for job in db.scalars(select(Job).where(Job.key.in_(keys)))}
