"""Putting the work of a batch into the queue: one job for each thing that has to be done to it."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.jobs import enqueue
from elearn.people.roster.models import BatchState, RosterBatch

#: What is done to a batch in a state, as its job's key names it.
STEPS = {
    BatchState.READING: "read",
    BatchState.COMPARING: "compare",
    BatchState.COMMITTING: "commit",
    BatchState.UNDOING: "undo",
}


def queue(db: Session, batch: RosterBatch, *, now: datetime) -> None:
    """Have done what the state of the batch asks for, if it asks for anything."""
    if step := STEPS.get(batch.state):
        kind, told = f"roster-{step}", {"batch": batch.id}
        enqueue(db, kind, told, key=f"{kind}:{batch.id}", now=now)
