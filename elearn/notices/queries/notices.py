"""What a person was told; all her entries are one reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, selectinload

from elearn import people
from elearn.errors import NotFound
from elearn.notices.models import Notice
from elearn.text import msg

MOST_UNREAD, PAGE = 50, 30


@dataclass(frozen=True, slots=True)
class Log:
    """What a person was told: unread first, then a page of what she has read, the latest first."""

    unread: Sequence[Notice]
    read: Sequence[Notice]
    next_after: int | None

    @property
    def is_empty(self) -> bool:
        return not (self.unread or self.read)


def _hers(person_id: int) -> ColumnElement[bool]:
    return Notice.person_id.in_(people.entry_ids(person_id))


def unread_count(db: Session, person_id: int) -> int:
    """Return how much a person has not read; every page asks, so it is one short query."""
    found = select(func.count()).where(_hers(person_id), Notice.read_at.is_(None))
    return db.scalar(found) or 0


def log_of(db: Session, person_id: int, *, after: int | None = None) -> Log:
    """Return a person's notices; on pages after the first, only those she has read."""
    hers = select(Notice).where(_hers(person_id)).options(selectinload(Notice.letter))
    hers = hers.order_by(Notice.id.desc())
    unread = hers.where(Notice.read_at.is_(None)).limit(MOST_UNREAD)
    read = hers.where(Notice.read_at.is_not(None))
    if after is not None:
        read = read.where(Notice.id < after)
    rows = db.scalars(read.limit(PAGE + 1)).all()
    return Log(
        db.scalars(unread).all() if after is None else (),
        rows[:PAGE],
        rows[PAGE - 1].id if len(rows) > PAGE else None,
    )


def notice_of(db: Session, person_id: int, notice_id: int) -> Notice:
    """Return one of a person's own notices.

    :raise NotFound: if there is none, and equally if somebody else was told it.
    """
    found = select(Notice).where(Notice.id == notice_id, _hers(person_id))
    notice = db.scalar(found)
    if notice is None:
        raise NotFound(msg("Không có thông báo này."))
    return notice


def is_told(db: Session, key: str) -> bool:
    """Return whether anybody was told this already."""
    return bool(db.scalar(select(exists().where(Notice.key == key))))
