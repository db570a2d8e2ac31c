"""A file taken in as an office sends it: received, read, its columns confirmed, compared."""

from datetime import date
from pathlib import Path

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.people.roster import RosterBatch, jobs, service
from elearn.people.roster.rules.layout import layouts_from

TODAY = date(2026, 11, 22)


def compared(here: Installation, path: Path, where: str = "VN") -> int:
    """Return the key of the batch, compared with what is known, as the worker does it."""
    with here.database.writing() as db:
        there = areas.area_meant(db, where, day=TODAY)
        sent = service.Sent(path, path.name, there)
        key = service.receive(db, here.store, OPERATOR, sent, now=clock.now()).id
    jobs.run_step(here.database, here.store, here.settings, key)
    with here.database.writing() as db:
        batch = db.get_one(RosterBatch, key)
        columns = service.Columns(layouts_from(batch.layout["layouts"]))
        service.confirm_columns(db, OPERATOR, batch, columns, now=clock.now())
    jobs.run_step(here.database, here.store, here.settings, key)
    return key
