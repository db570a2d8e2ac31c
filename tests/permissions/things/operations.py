"""Jobs of the branch's worker, one that failed."""

from elearn.jobs import Job, JobState
from tests.permissions.branches import NOW, Branch, thing


@thing("job_id")
def job_id(branch: Branch) -> int:
    """A job that failed: it may be tried again, and put aside."""
    key = f"clean {branch.name}"
    facts = {"state": JobState.FAILED, "error": "bad", "finished_at": NOW, "enqueued_at": NOW}
    job = Job(kind="clean-files", key=key, payload={}, **facts)
    branch.db.add(job)
    branch.db.flush()
    return job.id


@thing("operations.which")
def which(_branch: Branch) -> str:
    return "failed"
