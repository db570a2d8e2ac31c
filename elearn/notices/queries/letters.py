"""Letters that wait, and how the sending of them stands."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from elearn.notices.models import Letter, MailAddress, MailPause
from elearn.notices.rules import LetterState


@dataclass(frozen=True, slots=True)
class MailState:
    """How many letters are in which state, since when one waits, and whether the server fails."""

    counts: dict[LetterState, int]
    oldest: datetime | None
    pause: MailPause | None


def address_of(db: Session, person_id: int) -> MailAddress | None:
    """Return where a person wants letters sent, confirmed or not."""
    return db.get(MailAddress, person_id)


def is_letter_due(db: Session, now: datetime) -> bool:
    """Return whether a letter is to be sent now; none is while the server is left alone."""
    due = exists().where(Letter.state == LetterState.WAITING, Letter.due_at <= now)
    paused = exists().where(MailPause.due_at > now)
    return bool(db.scalar(select(due & ~paused)))


def mail_state(db: Session) -> MailState:
    """Return how the sending of letters stands, for the operator."""
    counts = dict(db.execute(select(Letter.state, func.count()).group_by(Letter.state)).all())
    waiting = select(func.min(Letter.written_at)).where(Letter.state == LetterState.WAITING)
    return MailState(counts, db.scalar(waiting), db.get(MailPause, 1))
