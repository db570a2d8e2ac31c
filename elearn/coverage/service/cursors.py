"""How far the outbox was followed: one row, held by whoever follows or puts a build in place."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageCursor
from elearn.db import Cursor, insert_missing, newest


def held_cursor(db: Session, *, now: datetime) -> CoverageCursor:
    """Return how far the outbox was followed, held: of two who want it one waits.

    Nothing was counted before the first time: it begins with what is there then.
    """
    held = select(CoverageCursor).where(CoverageCursor.id == 1).with_for_update()
    kept = db.scalar(held.execution_options(populate_existing=True))
    if kept is None:
        content = Cursor.beginning(newest(db), now=now).as_json()
        insert_missing(db, CoverageCursor, id=1, content=content, followed_at=now)
        kept = db.scalars(held).one()
    return kept


def rewind(db: Session, to: Cursor, *, now: datetime) -> None:
    """Have all that was written since a moment followed once more: a build may not know of it.

    So, too, what was written before, but was committed only since.
    """
    kept = held_cursor(db, now=now)
    reached = Cursor.read(kept.content)
    last = min(reached, to, key=_number).last
    missing = {
        one: since
        for one, since in (to.missing | reached.missing).items()
        if last and one < last.number
    }
    kept.content = Cursor(last, missing).as_json()
    db.flush()


def _number(cursor: Cursor) -> int:
    return cursor.last.number if cursor.last else 0
