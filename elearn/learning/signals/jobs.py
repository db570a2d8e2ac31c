"""What the worker does for signals: a beat each minute, and a look each quarter of an hour."""

from datetime import datetime, timedelta

from elearn import clock
from elearn.config import Settings
from elearn.db import Database
from elearn.learning.signals import queries, service
from elearn.learning.signals.reader import measures_on
from elearn.learning.signals.rules import Measures, Window

EVERY = timedelta(minutes=15)
_last: dict[Database, datetime] = {}


def keep_up(_settings: Settings, database: Database) -> bool:
    """Say that the worker is at work, and look at what was watched; return whether more waits."""
    now = clock.now()
    if database in _last and abs(now - _last[database]) < service.BEAT:
        return False
    more = look(database, now=now)
    if not more:
        _last.clear()
        _last[database] = now
    return more


def look(database: Database, *, now: datetime, every: timedelta = EVERY) -> bool:
    """Look at what was last heard of since the last look; return whether anything was.

    It is read before anything is written, so that nobody who watches has to wait for it.
    """
    measures = measures_on(clock.day_of(now))
    with database.writing() as db:
        since = service.beat(db, measures, now=now).looked_until
    window = queries.window_after(since, measures, now)
    if window.until - window.since < every:
        return False
    _look(database, window, measures, now)
    return True


def _look(database: Database, window: Window, measures: Measures, now: datetime) -> None:
    with database.reading() as db:
        seen = queries.look(db, window, measures)
    with database.writing() as db:
        service.keep(db, seen, measures, now=now)


FOLLOWERS = (keep_up,)
