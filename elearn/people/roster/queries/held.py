"""A batch held until the end of the transaction: of two who act on it at once, one comes late."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.people.roster.models import RosterBatch


def held(db: Session, batch: RosterBatch) -> RosterBatch:
    """Hold a batch, and read it as it is then."""
    db.execute(select(RosterBatch.id).where(RosterBatch.id == batch.id).with_for_update())
    db.refresh(batch)
    return batch
