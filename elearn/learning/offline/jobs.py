"""What was put aside of report files is tried again by itself, ever more seldom."""

from datetime import timedelta

from sqlalchemy import exists, select

from elearn import clock, jobs
from elearn.config import Settings
from elearn.db import Database
from elearn.jobs import Handlers, Work
from elearn.learning.offline.models import ReportEnvelope
from elearn.learning.offline.service.files import Taking, retry_due
from elearn.learning.queries import terms_on

_KIND = "offline.retry"
_EACH = timedelta(hours=1)


def try_again(work: Work) -> None:
    """Try all whose time has come, some in each transaction; killed, the next one goes on."""
    while _tried(work):
        pass


def _tried(work: Work) -> int:
    now, settings = clock.now(), work.settings
    with work.database.writing() as db:
        work.hold(db)
        interval = settings.report_interval_seconds
        terms = terms_on(db, clock.day_of(now), interval=interval)
        return retry_due(db, Taking(settings.secret_key, terms), now=now)


def want_retries(settings: Settings, database: Database) -> bool:
    """Put trying again into the queue, once an hour if something is due."""
    del settings
    now = clock.now()
    with database.reading() as db:
        last = jobs.job_by_key(db, _KIND)
        is_due = select(exists().where(ReportEnvelope.retry_at <= now))
        if (last and last.enqueued_at > now - _EACH) or not db.scalar(is_due):
            return False
    with database.writing() as db:
        jobs.enqueue(db, _KIND, {}, key=_KIND, now=now)
    return False


HANDLERS: Handlers = {_KIND: try_again}
FOLLOWERS = (want_retries,)
