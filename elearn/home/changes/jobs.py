"""What the worker does after a change of areas took effect: the list of people is made anew."""

from datetime import date

from sqlalchemy import Select, String, cast, literal, select
from sqlalchemy.orm import Session

from elearn import areas, clock, people
from elearn.config import Settings
from elearn.db import Database
from elearn.jobs import Handlers, Job, Work, enqueue

LIST_ANEW = "list_people_anew"


def keep_up(_settings: Settings, database: Database) -> bool:
    """Have the list made anew for each change whose day has come; there is nothing more to do."""
    due = _due(clock.today())
    with database.reading() as db:
        if db.scalar(due.limit(1)) is None:
            return False
    with database.writing() as db:
        _order(db, due)
    return False  # The job does the rest, some time.


def _due(day: date) -> Select[int]:
    """Return the changes in force on the day for which nothing was ordered yet."""
    change = areas.AreaChange
    key = literal(f"{LIST_ANEW}:") + cast(change.id, String)
    in_force = (change.applied_at.is_not(None), change.effective_on <= day)
    return select(change.id).outerjoin(Job, Job.key == key).where(*in_force, Job.id.is_(None))


def _order(db: Session, due: Select[int]) -> None:
    for change_id in db.scalars(due).all():
        enqueue(db, LIST_ANEW, {}, key=f"{LIST_ANEW}:{change_id}", now=clock.now())


def list_anew(work: Work) -> None:
    """Make the list of people anew: where people count is told there as of today."""
    with work.database.writing() as db:
        work.hold(db)
        people.rebuild_listing(db)


HANDLERS: Handlers = {LIST_ANEW: list_anew}
FOLLOWERS = (keep_up,)
