"""Taking back what a batch wrote, the newest first; what something rests upon stays."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries.held import held
from elearn.people.roster.service.queueing import queue
from elearn.people.roster.service.undoing.chunks import (
    end_undo,
    forget_stays,
    left_to_undo,
    try_again,
    undo_chunk,
)
from elearn.people.roster.service.undoing.written import Written, written_of
from elearn.text import msg

__all__ = [
    "Written",
    "end_undo",
    "left_to_undo",
    "try_again",
    "undo_batch",
    "undo_chunk",
    "written_of",
]

_WRITTEN = (BatchState.COMMITTING, BatchState.COMMITTED, BatchState.UNDONE)


def undo_batch(db: Session, actor: Actor, batch: RosterBatch, *, now: datetime) -> None:
    """Have everything taken back that a batch wrote, unless something later rests upon it.

    Asked again after that, what stayed the last time is tried again.

    :raise Conflict: if nothing was written, or what is needed to take it back was erased.
    """
    held(db, batch)
    if batch.erased_at:
        raise Conflict(msg("Lần nhập này đã quá hạn hoàn tác: dữ liệu để hoàn tác đã được xóa."))
    if batch.state not in _WRITTEN:
        raise Conflict(msg("Lần nhập này chưa ghi gì, nên không có gì để hoàn tác."))
    batch.state, batch.undone_by_id = BatchState.UNDOING, actor.person_id
    forget_stays(db, batch)
    db.flush()
    audit.record(db, actor, "begin_undo", "roster_batch", batch.id, now=now)
    queue(db, batch, now=now)
