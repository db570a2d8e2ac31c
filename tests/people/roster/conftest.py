"""A file taken in as an office sends it: received, read, its columns confirmed, compared."""

from datetime import date

import pytest

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.people.roster import RosterBatch, jobs, service
from elearn.people.roster.rules.layout import layouts_from

TODAY = date(2026, 11, 22)


@pytest.fixture
def compared(database, store, settings):
    """Read a file and compare it with what is known, as the worker does."""

    def compared(path, where="VN"):
        with database.writing() as db:
            there = areas.area_meant(db, where, day=TODAY)
            sent = service.Sent(path, path.name, there)
            key = service.receive(db, store, OPERATOR, sent, now=clock.now()).id
        jobs.run_step(database, store, settings, key)
        with database.writing() as db:
            batch = db.get_one(RosterBatch, key)
            columns = service.Columns(layouts_from(batch.layout["layouts"]))
            service.confirm_columns(db, OPERATOR, batch, columns, now=clock.now())
        jobs.run_step(database, store, settings, key)
        return key

    return compared
