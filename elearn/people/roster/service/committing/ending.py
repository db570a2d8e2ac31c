"""The end of a commit: nothing of what is sure is left to write."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.people.roster.models import BatchState, RosterBatch, RosterRow
from elearn.people.roster.queries.held import held
from elearn.people.roster.service.committing.plans import waiting


def end_commit(db: Session, actor: Actor, batch: RosterBatch, *, now: datetime) -> bool:
    """Say that a batch is written, if nothing is left; return whether it was not said before."""
    held(db, batch)
    if batch.state is not BatchState.COMMITTING or _counted(db, *waiting(batch)):
        return False
    batch.state, batch.committed_at = BatchState.COMMITTED, now
    mine = RosterRow.batch_id == batch.id
    by_status = select(RosterRow.status, func.count()).where(mine).group_by(RosterRow.status)
    details = {status.value: count for status, count in db.execute(by_status)}
    details["written"] = _counted(db, mine, RosterRow.applied_at.is_not(None))
    db.flush()
    audit.record(db, actor, "end_commit", "roster_batch", batch.id, now=now, details=details)
    return True


def progress_of(db: Session, batch: RosterBatch) -> tuple[int, int]:
    """Return how many rows were written, and of how many."""
    done = _counted(db, RosterRow.batch_id == batch.id, RosterRow.applied_at.is_not(None))
    return done, done + _counted(db, *waiting(batch))


def _counted(db: Session, *conditions: ColumnElement[bool]) -> int:
    return db.scalar(select(func.count()).select_from(RosterRow).where(*conditions)) or 0
