"""Putting the work of a batch into the queue: one job for each thing that has to be done to it."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.jobs import Job, enqueue, job_by_key
from elearn.people.roster.models import BatchState, RosterBatch

#: What is done to a batch in a state, as its job's key names it.
STEPS = {
    BatchState.READING: "read",
    BatchState.COMPARING: "compare",
    BatchState.COMMITTING: "commit",
    BatchState.UNDOING: "undo",
}
#: Somebody looks at the page meanwhile; films, which take long, wait.
PRIORITY = 20


def queue(db: Session, batch: RosterBatch, *, now: datetime) -> None:
    """Have done what the state of the batch asks for, if it asks for anything."""
    if step := STEPS.get(batch.state):
        told = {"batch": batch.id}
        enqueue(db, f"roster-{step}", told, key=_key(batch), now=now, priority=PRIORITY)


def job_of(db: Session, batch: RosterBatch) -> Job | None:
    """Return the job that does what the state of the batch asks for, if there is one."""
    return job_by_key(db, _key(batch)) if batch.state in STEPS else None


def _key(batch: RosterBatch) -> str:
    return f"roster-{STEPS[batch.state]}:{batch.id}"
