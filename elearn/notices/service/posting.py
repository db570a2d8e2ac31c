"""Letters on their way: claimed before they go out, and marked when the server has taken them.

What is claimed and never marked is tried again later, under the same message id. So a letter is
sent once, unless the machine dies between the server's yes and ours: then it comes twice, and never
not at all.
"""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from elearn.notices.models import Letter, MailPause
from elearn.notices.rules import LetterState, letter_pause, server_pause

_LONGEST = 300


def claim(db: Session, *, now: datetime) -> Letter | None:
    """Take the letter that has been due the longest; nobody else takes it until its pause ends."""
    due = select(Letter).where(Letter.state == LetterState.WAITING, Letter.due_at <= now)
    due = due.order_by(Letter.due_at, Letter.id).limit(1).with_for_update(skip_locked=True)
    letter = db.scalar(due)
    if letter is not None:
        letter.attempts += 1
        letter.due_at = now + letter_pause(letter.attempts)
        db.flush()
    return letter


def _own(db: Session, letter_id: int) -> Letter | None:
    """Return a letter that still waits; its person may have taken her address away meanwhile."""
    found = select(Letter).where(Letter.id == letter_id, Letter.state == LetterState.WAITING)
    return db.scalar(found.with_for_update())


def is_sent(db: Session, letter_id: int, *, now: datetime) -> None:
    """Mark a letter as taken by the server."""
    if letter := _own(db, letter_id):
        letter.state, letter.sent_at, letter.error = LetterState.SENT, now, ""
        db.flush()


def is_refused(db: Session, letter_id: int, error: str) -> None:
    """Mark a letter as one that will never be taken."""
    if letter := _own(db, letter_id):
        letter.state, letter.error = LetterState.REFUSED, error[:_LONGEST] or "refused"
        db.flush()


def give_back(db: Session, letter_id: int, error: str, *, now: datetime | None = None) -> None:
    """Have a letter tried again: after its pause, or as soon as the server is there again."""
    if letter := _own(db, letter_id):
        letter.error = error[:_LONGEST]
        if now is not None:  # It was not the letter's fault.
            letter.attempts, letter.due_at = letter.attempts - 1, now
        db.flush()


def pause(db: Session, error: str, *, now: datetime) -> MailPause:
    """Leave the server alone for a while, longer each time it could not be reached."""
    there = db.get(MailPause, 1) or MailPause(id=1, since=now, failures=0)
    there.failures += 1
    there.due_at, there.error = now + server_pause(there.failures), error[:_LONGEST]
    db.add(there)
    db.flush()
    return there


def resume(db: Session) -> None:
    """Forget that the server could not be reached: it took a letter."""
    db.execute(delete(MailPause))
