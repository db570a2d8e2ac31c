"""The same file, sent before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.people.roster.models import BatchState, RosterBatch

_WRITTEN = (BatchState.COMMITTING, BatchState.COMMITTED, BatchState.UNDOING)


def same_file(db: Session, batch: RosterBatch) -> RosterBatch | None:
    """Return the last other batch of the same bytes that was written, and not taken back."""
    same = RosterBatch.sha256 == batch.sha256, RosterBatch.id != batch.id
    found = select(RosterBatch).where(*same, RosterBatch.state.in_(_WRITTEN))
    return db.scalar(found.order_by(RosterBatch.id.desc()).limit(1))
