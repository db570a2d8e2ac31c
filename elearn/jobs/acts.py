"""What people do to jobs: wish them away, and have them tried again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import Conflict, NotFound
from elearn.jobs.models import Job, JobState
from elearn.jobs.queue import renew
from elearn.jobs.running import end
from elearn.text import msg

_IS_DONE = msg("Việc này đã xong, không hủy được nữa.")
_IS_CANCELLED = msg("Việc này đã được hủy rồi.")
_IS_RUNNING = msg("Việc này đang làm. Chờ nó xong, hoặc hủy nó rồi thử lại.")
_NEEDS_NO_RETRY = msg("Việc này đã xong, không cần thử lại.")


def job_to_change(db: Session, job_id: int) -> Job:
    """Return a job that nobody else changes until the transaction ends.

    :raise NotFound: if there is none.
    """
    job = db.scalar(select(Job).where(Job.id == job_id).with_for_update())
    if job is None:
        raise NotFound(msg("Không có việc số %(number)s.", number=job_id))
    return job


def cancel(db: Session, job: Job, *, now: datetime) -> None:
    """Wish a job away: one that runs stops at its next report, any other will not begin.

    One that failed is only put aside.

    :raise Conflict: if it is done, or was cancelled before.
    """
    if job.state is JobState.DONE:
        raise Conflict(_IS_DONE)
    if job.state is JobState.CANCELLED or job.cancel_asked_at:
        raise Conflict(_IS_CANCELLED)
    if job.state is JobState.RUNNING and job.lease_until and job.lease_until >= now:
        job.cancel_asked_at = now
    else:
        end(job, JobState.CANCELLED, now=now, error=job.error)
    db.flush()


def retry(db: Session, job: Job) -> None:
    """Have a job tried again at once, as if it had never been begun.

    :raise Conflict: if it is done, or somebody does it.
    """
    if job.state is JobState.DONE:
        raise Conflict(_NEEDS_NO_RETRY)
    if job.state is JobState.RUNNING:
        raise Conflict(_IS_RUNNING)
    renew(job)
    db.flush()
