"""The curves of films follow who opens them: one film at a time is counted anew."""

from datetime import timedelta

from elearn import clock, media
from elearn.config import Settings
from elearn.db import Database
from elearn.learning.queries.curves import count, version_due, visits_unnoted
from elearn.learning.service.curving import keep_curve, note_visits

_GATHERED = timedelta(minutes=1)  # Visits are noted together, not each by itself.


def keep_up(settings: Settings, database: Database) -> bool:
    """Note who opened what, and count one curve that is due.

    The next waits for its turn: other followers have theirs between.
    """
    del settings
    _note(database)
    now = clock.now()
    with database.reading() as db:
        version_id = version_due(db, now)
        curve = count(db, media.version_by_id(db, version_id), now) if version_id else None
    if version_id and curve:
        with database.writing() as db:
            keep_curve(db, version_id, curve, now=now)
    return False


def _note(database: Database) -> None:
    with database.reading() as db:
        visits = visits_unnoted(db)
    first = min((one.first_at for one in visits.values()), default=None)
    if first and first <= clock.now() - _GATHERED:
        with database.writing() as db:
            note_visits(db, visits)


FOLLOWERS = (keep_up,)
