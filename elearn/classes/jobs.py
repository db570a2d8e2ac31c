"""What the worker does for classes: reminds those in them that the deadline is near."""

from elearn import clock
from elearn.classes import queries, service
from elearn.config import Settings
from elearn.db import Database


def remind(_settings: Settings, database: Database) -> bool:
    """Remind the people of one class, and return whether there was one to be reminded."""
    now = clock.now()
    with database.reading() as db:
        due = queries.next_reminder(db, now=now)
    if due is None:
        return False
    with database.writing() as db:
        service.remind(db, due, now=now)
    return True


FOLLOWERS = (remind,)
