"""What the worker does for the audit: seal what was committed, each second."""

from elearn import clock
from elearn.audit import head
from elearn.audit.queries import is_waiting
from elearn.audit.service import seal
from elearn.config import Settings
from elearn.db import Database


def keep_sealed(settings: Settings, database: Database) -> bool:
    """Seal a batch of what waits, and write down the head; return whether there was anything."""
    with database.reading() as db:
        waits = is_waiting(db)
    if waits:
        with database.writing() as db:
            seal(db, now=clock.now())
    with database.reading() as db:
        head.keep(db, settings.home)
    return waits


FOLLOWERS = (keep_sealed,)
