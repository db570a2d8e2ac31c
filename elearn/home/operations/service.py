"""What an operator does about jobs."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, jobs
from elearn.access import Actor, Role
from elearn.errors import Forbidden
from elearn.jobs import Job
from elearn.text import msg

_NOT_YOURS = msg("Việc của máy chủ do quản trị trung ương trông coi.")


def retry(db: Session, actor: Actor, job_id: int, *, now: datetime) -> Job:
    """Have a job tried again at once.

    :raise Forbidden: if the actor is not of the centre.
    :raise NotFound: if there is none.
    :raise Conflict: if it is done, or somebody does it.
    """
    job = _job_to_change(db, actor, job_id)
    jobs.retry(db, job)
    audit.record(db, actor, "retry", "job", job.id, now=now, details=_told(job))
    return job


def cancel(db: Session, actor: Actor, job_id: int, *, now: datetime) -> Job:
    """Wish a job away.

    :raise Forbidden: if the actor is not of the centre.
    :raise NotFound: if there is none.
    :raise Conflict: if it is done, or was cancelled before.
    """
    job = _job_to_change(db, actor, job_id)
    jobs.cancel(db, job, now=now)
    audit.record(db, actor, "cancel", "job", job.id, now=now, details=_told(job))
    return job


def _job_to_change(db: Session, actor: Actor, job_id: int) -> Job:
    if not actor.has(Role.CENTRAL):
        raise Forbidden(_NOT_YOURS)
    return jobs.job_to_change(db, job_id)


def _told(job: Job) -> dict[str, str]:
    return {"kind": job.kind, "key": job.key}
