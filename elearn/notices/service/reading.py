"""Reading notices: one by opening it, or all at once."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn import people
from elearn.notices.models import Notice
from elearn.notices.queries import notice_of


def read(db: Session, person_id: int, notice_id: int, *, now: datetime) -> Notice:
    """Mark one's own notice as read, and return it; the first time is kept.

    :raise NotFound: if it is not this person's.
    """
    notice = notice_of(db, person_id, notice_id)
    notice.read_at = notice.read_at or now
    db.flush()
    return notice


def read_all(db: Session, person_id: int, *, now: datetime) -> None:
    """Mark all that a person was told until now as read."""
    hers = update(Notice).where(
        Notice.person_id.in_(people.entry_ids(person_id)),
        Notice.read_at.is_(None),
        Notice.at <= now,
    )
    db.execute(hers.values(read_at=now).execution_options(synchronize_session=False))
