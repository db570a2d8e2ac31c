"""What the worker does for notices: follows the outbox, and hands letters in."""

from datetime import datetime
from email.message import EmailMessage

from sqlalchemy.orm import Session

from elearn import clock
from elearn.config import Settings
from elearn.db import Database
from elearn.errors import Refusal
from elearn.jobs import Handlers, Work, enqueue
from elearn.notices import queries, service
from elearn.notices.models import Letter
from elearn.notices.smtp import Later, Line, Refused, Server, Unreachable
from elearn.notices.writing import letter_of
from elearn.text import msg

SEND = "send_letters"
_URGENT = 5  # A letter is quick; what transcodes an hour may wait for it.


def keep_up(_settings: Settings, database: Database) -> bool:
    """Tell people what earlier domains did; return whether there was anything."""
    with database.reading() as db:
        if not service.is_behind(db):
            return False
    with database.writing() as db:
        return service.follow(db, now=clock.now())


def have_sent(settings: Settings, database: Database) -> bool:
    """Put the job into the queue that hands letters in, where there are any to be."""
    if not settings.mail_url:
        return False
    now = clock.now()
    with database.reading() as db:
        due = queries.is_letter_due(db, now)
    if due:
        with database.writing() as db:
            enqueue(db, SEND, {}, key=SEND, now=now, priority=_URGENT)
    return False  # The job does the rest, some time.


def send(work: Work) -> None:
    """Hand in every letter that is due, over one line.

    :raise Refusal: if the server cannot be reached, so that the operator is told.
    """
    if not work.settings.mail_url:
        return
    try:
        with Server.at(work.settings.mail_url).open() as line:
            while _send_next(work, line, clock.now()):
                pass
    except Unreachable as problem:
        with work.database.writing() as db:
            paused = service.pause(db, str(problem), now=clock.now())
        until = f"{paused.due_at.astimezone(clock.ZONE):%H:%M}"
        raise Refusal(
            msg(
                "Chưa gửi được thư: %(error)s. Thư vẫn giữ đủ, gửi lại lúc %(until)s.",
                error=str(problem),
                until=until,
            )
        ) from None


def _send_next(work: Work, line: Line, now: datetime) -> bool:
    """Hand in one letter, and return whether there was one."""
    with work.database.writing() as db:
        letter = service.claim(db, now=now)
        if letter is None:
            return False
        written = _written(db, letter, work.settings)
    if written is not None:
        _hand_in(work, line, letter.id, written)
    return True


def _written(db: Session, letter: Letter, settings: Settings) -> EmailMessage | None:
    """Return a letter as it goes out; one that cannot be written is refused and delays no other."""
    try:
        return letter_of(letter, settings)
    except ValueError as problem:
        service.is_refused(db, letter.id, type(problem).__name__)
        return None


def _hand_in(work: Work, line: Line, letter_id: int, written: EmailMessage) -> None:
    """Hand a letter in and keep what came of it.

    :raise Unreachable: if the line broke; the letter then waits for the server, not for its turn.
    """
    try:
        line.send(written)
    except (Refused, Later, Unreachable) as problem:
        with work.database.writing() as db:
            _keep(db, letter_id, problem)
        if isinstance(problem, Unreachable):
            raise
        return
    with work.database.writing() as db:
        service.is_sent(db, letter_id, now=clock.now())
        service.resume(db)


def _keep(db: Session, letter_id: int, problem: Exception) -> None:
    if isinstance(problem, Refused):
        service.is_refused(db, letter_id, str(problem))
    else:
        at_once = clock.now() if isinstance(problem, Unreachable) else None
        service.give_back(db, letter_id, str(problem), now=at_once)


HANDLERS: Handlers = {SEND: send}
FOLLOWERS = (keep_up, have_sent)
