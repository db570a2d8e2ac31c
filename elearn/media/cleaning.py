"""Once a day files that nothing refers to are cleared away, by one worker of all."""

from datetime import timedelta

from elearn import clock, jobs, storage
from elearn.config import Settings
from elearn.db import Database
from elearn.jobs import Handlers, Work

_KIND = "clean-files"
_EACH = timedelta(days=1)


def clean(work: Work) -> None:
    """Clear away what nothing refers to; killed, the next one goes on."""
    storage.clean(work.database, work.store, now=clock.now())


def want_cleaning(settings: Settings, database: Database) -> bool:
    """Put the day's cleaning into the queue, if nobody has."""
    del settings
    now = clock.now()
    with database.reading() as db:
        last = jobs.job_by_key(db, _KIND)
        if last and last.enqueued_at > now - _EACH:
            return False
    with database.writing() as db:
        jobs.enqueue(db, _KIND, {}, key=_KIND, now=now)
    return False


HANDLERS: Handlers = {_KIND: clean}
FOLLOWERS = (want_cleaning,)
