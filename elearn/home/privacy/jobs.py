"""What the worker does for privacy: once an hour, delete what is kept for some time only."""

from datetime import datetime, timedelta

from elearn import accounts, clock
from elearn.config import Settings
from elearn.db import Database

_EVERY = timedelta(hours=1)
_last: dict[Database, datetime] = {}


def let_lapse(_settings: Settings, database: Database) -> bool:
    """Delete what has lapsed, unless that was done within the hour; there is nothing more to do."""
    now = clock.now()
    if database not in _last or now - _last[database] >= _EVERY:
        with database.writing() as db:
            accounts.personal.let_lapse(db, now=now)
        _last.clear()
        _last[database] = now
    return False


FOLLOWERS = (let_lapse,)
