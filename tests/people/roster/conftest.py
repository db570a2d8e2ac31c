"""What tests of rosters are handed: somebody signed in, a worker, and rows compared."""

import pytest
from sqlalchemy import select

from elearn.people.roster.models import BatchState, RosterRow
from elearn.people.roster.rules.keeping import verdict_from
from elearn.people.roster.service.comparing import compare
from tests.make import batches
from tests.make import people as make
from tests.make.areas import area
from tests.make.rosterwork import Bench
from tests.people.roster.compared import SINCE


@pytest.fixture
def entered(enter):
    """The administrator of Hưng Yên is signed in."""
    enter()


@pytest.fixture
def bench(here, db):
    """A worker of this transaction, which writes batches and takes them back at once."""
    return Bench(here, db)


@pytest.fixture
def decide(db, database):
    """Compare entries as a batch of Hưng Yên, or of another area; return verdicts by row."""

    def decide(*entries, at="Tỉnh Hưng Yên"):
        make.listed(db)
        batch = batches.batch(db, BatchState.COMPARING, area(db, at), since=SINCE)
        db.flush()
        compare(database, batch.id, entries, lambda *_: None)
        db.refresh(batch)
        found = select(RosterRow).where(RosterRow.batch_id == batch.id).order_by(RosterRow.id)
        verdicts = [verdict_from(row.verdict) for row in db.scalars(found)]
        return verdicts[0] if len(verdicts) == 1 else verdicts

    return decide
