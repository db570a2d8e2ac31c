"""Taking a file in, saying how it is laid out, and letting it be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from elearn import areas, audit
from elearn.access import Actor
from elearn.db import Change
from elearn.errors import Conflict, Forbidden
from elearn.people.roster.models import (
    UNWRITTEN,
    BatchState,
    RosterBatch,
    RosterQuestion,
    RosterRow,
)
from elearn.people.roster.queries.batches import may_decide
from elearn.people.roster.queries.held import held
from elearn.people.roster.rules.layout import as_json, layouts_from
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.service.queueing import queue
from elearn.storage import Store, remember
from elearn.text import msg, nfc

_MEDIA_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xls": "application/vnd.ms-excel",
    ".csv": "text/csv",
}
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent: where it lies, what it is called, whose roster it is."""

    path: Path
    file_name: str
    area: areas.AreaVersion


def receive(db: Session, store: Store, actor: Actor, sent: Sent, *, now: datetime) -> RosterBatch:
    """Keep a file, and have it read; the same file may come again, and then it is told.

    :raise Forbidden: if the actor does not administer the area, or only proposes there.
    """
    kind = _MEDIA_TYPES.get(Path(sent.file_name).suffix.lower(), "application/octet-stream")
    file = remember(db, store, sent.path, media_type=kind, now=now)
    batch = RosterBatch(
        area_id=sent.area.area_id,
        file_id=file.id,
        file_name=nfc(Path(sent.file_name).name)[-_LONGEST_NAME:] or "?",
        sha256=file.sha256,
        received_at=now,
        received_by_id=actor.person_id,
    )
    db.add(batch)
    db.flush()
    if not may_decide(db, actor, batch):
        raise Forbidden(msg("Chỉ người quản trị địa bàn này mới nhập được danh sách cán bộ."))
    audit.record(db, actor, "receive", "roster_batch", batch.id, now=now)
    queue(db, batch, now=now)
    return batch


@dataclass(frozen=True, slots=True)
class Columns:
    """What a person confirmed: which column of which sheet means what, and since when posts are."""

    layouts: Sequence[Layout]
    since: date | None = None


def as_guessed(batch: RosterBatch, since: date | None = None) -> Columns:
    """Return the columns of a batch as they were understood, for those who ask nobody."""
    return Columns(layouts_from(batch.layout["layouts"]), since)


def confirm_columns(
    db: Session, actor: Actor, batch: RosterBatch, told: Columns, *, now: datetime
) -> None:
    """Say what the columns mean and from when posts are held, and have the rows compared.

    Said again while nothing is written yet, everything is compared anew.

    :raise Conflict: if it is not the batch's turn for that.
    """
    _hold(db, batch, BatchState.COLUMNS, BatchState.READY)
    batch.layout = {**batch.layout, "layouts": as_json(told.layouts)}
    batch.since, batch.state = told.since, BatchState.COMPARING
    batch.seen_change = db.scalar(select(func.max(Change.id))) or 0
    for kind in (RosterRow, RosterQuestion):  # What was compared with other columns.
        gone = delete(kind).where(kind.batch_id == batch.id)
        db.execute(gone, execution_options={"synchronize_session": False})
    db.flush()
    audit.record(db, actor, "confirm_columns", "roster_batch", batch.id, now=now)
    queue(db, batch, now=now)


def discard_batch(db: Session, actor: Actor, batch: RosterBatch, *, now: datetime) -> None:
    """Let a batch be of which nothing was written; what it holds of persons goes in its time.

    :raise Conflict: if it is being written, or was.
    """
    _hold(db, batch, *UNWRITTEN, BatchState.REFUSED)
    batch.state = BatchState.DISCARDED
    db.flush()
    audit.record(db, actor, "discard", "roster_batch", batch.id, now=now)


def retry(db: Session, batch: RosterBatch, *, now: datetime) -> None:
    """Put the work of a batch into the queue again, after it had failed; else nothing happens."""
    held(db, batch)
    queue(db, batch, now=now)


def _hold(db: Session, batch: RosterBatch, *states: BatchState) -> None:
    held(db, batch)
    if batch.state not in states:
        raise Conflict(msg("Lần nhập này vừa được xử lý ở nơi khác; mở lại để xem."))
