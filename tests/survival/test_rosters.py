"""A roster outlasts a worker that is killed over it: each row is written, and taken back, once."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select

from elearn import clock, people
from elearn.access import OPERATOR
from elearn.people import Person, Tenure
from elearn.people.roster import RosterRow, service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries.dumping import dumped
from tests.browser import living
from tests.make import people as make
from tests.make import rosterbatches
from tests.make.areas import alone
from tests.survival import halting
from tests.survival.processes import DEADLINE_SECONDS

pytestmark = pytest.mark.database
ROWS = 1_020  # More than are written in one transaction.


@pytest.fixture
def batch_id(place):
    """A roster that waits to be written."""
    with place.database.writing() as db:
        area = alone(db)
        people.load_posts(db, people.posts(people.POSTS))
        begins = rosterbatches.begin(make.org_unit(db, at=area))
        rows = [rosterbatches.newcomer(f"Lê Thị Na {one}", begins) for one in range(ROWS)]
        made = rosterbatches.batch(db, rows, area_id=area.id)
        service.commit_batch(db, OPERATOR, made, now=clock.now())
        return made.id


def process(place, *command, program="elearn", **more):
    return subprocess.Popen(
        [sys.executable, "-m", program, *command],
        cwd=living.ROOT,
        env=living.environment_of(place) | {"ELEARN_JOB_LEASE_SECONDS": "1"},
        **{"stdout": subprocess.DEVNULL} | more,
    )


def killed_over(place, column, *command):
    """Kill a process when some rows are done and others are not."""
    words = {"stdout": subprocess.PIPE, "text": True}
    with process(place, *command, program=halting.__name__, **words) as first:
        try:
            assert f"{halting.AT_THE_HALT}\n" in first.stdout
        finally:
            first.kill()
    with place.database.reading() as db:
        assert 0 < db.scalar(select(func.count(column))) < ROWS


def test_a_roster_outlasts_who_is_killed_over_writing_it_and_over_taking_it_back(place, batch_id):
    with place.database.reading() as db:
        before = list(dumped(db))
        known = db.scalar(select(func.count()).select_from(Person))

    killed_over(place, RosterRow.applied_at, "worker")
    assert process(place, "worker", "--drain").wait(DEADLINE_SECONDS) == 0

    with place.database.reading() as db:
        assert db.get_one(RosterBatch, batch_id).state is BatchState.COMMITTED
        assert db.scalar(select(func.count()).select_from(Person)) == known + ROWS
        assert db.scalar(select(func.count(Tenure.id.distinct()))) == ROWS

    killed_over(place, RosterRow.undone_at, "people", "undo-batch", str(batch_id))
    assert process(place, "people", "undo-batch", str(batch_id)).wait(DEADLINE_SECONDS) == 0

    with place.database.reading() as db:
        assert db.get_one(RosterBatch, batch_id).state is BatchState.UNDONE
        assert list(dumped(db)) == before
