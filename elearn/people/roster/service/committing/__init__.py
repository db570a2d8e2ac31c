"""Writing what the rows of a batch say: a thousand at a time, each of them once."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries.held import held
from elearn.people.roster.service.committing.chunks import write_chunk
from elearn.people.roster.service.committing.ending import end_commit, progress_of
from elearn.people.roster.service.committing.newcomers import Newcomers
from elearn.people.roster.service.committing.plans import Planned, planned_of
from elearn.people.roster.service.queueing import queue
from elearn.text import msg

__all__ = [
    "Newcomers",
    "Planned",
    "commit_batch",
    "end_commit",
    "planned_of",
    "progress_of",
    "write_chunk",
]


def commit_batch(db: Session, actor: Actor, batch: RosterBatch, *, now: datetime) -> None:
    """Have written whatever is new or changed and sure; what is doubtful can be written later.

    :raise Conflict: if the batch does not wait for that.
    """
    held(db, batch)
    if batch.state not in (BatchState.READY, BatchState.COMMITTED) or batch.erased_at:
        raise Conflict(msg("Lần nhập này vừa được xử lý ở nơi khác; mở lại để xem."))
    batch.state, batch.committed_by_id = BatchState.COMMITTING, actor.person_id
    db.flush()
    audit.record(db, actor, "begin_commit", "roster_batch", batch.id, now=now)
    queue(db, batch, now=now)
