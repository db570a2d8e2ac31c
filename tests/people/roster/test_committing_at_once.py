"""Two rosters and a hand at once, in transactions that are really committed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from elearn import clock, people
from elearn.access import OPERATOR
from elearn.areas import Level
from elearn.people import NewPerson, Person, Post, Tenure
from elearn.people.roster import RosterRow, jobs, service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.rules.steps import Steps
from elearn.people.roster.service.committing import plans
from elearn.storage import Directory
from tests.make import people as make
from tests.make.areas import alone
from tests.make.rosterbatches import batch, begin, newcomer

pytestmark = pytest.mark.database
KNOWN, FRESH = 20, 30


@pytest.fixture
def batches(real):
    """Two rosters of the same people, known ones in the one's order and the other's."""
    with real.writing() as db:
        db.add(_post())
        commune = alone(db)
        db.flush()
        unit = make.org_unit(db, at=commune)
        old = [make.person(db, f"Trần Thị Mai {one}") for one in range(KNOWN)]
        begins = [begin(unit)]
        rows = [
            *((one, Steps(person={"phone": f"09000000{at:02}"})) for at, one in enumerate(old)),
            *(newcomer(f"Lê Thị Na {one}", *begins) for one in range(FRESH)),
        ]
        made = [batch(db, some, area_id=commune.id) for some in (rows, rows[::-1])]
        for one in made:
            service.commit_batch(db, OPERATOR, one, now=clock.now())
        return [one.id for one in made]


def _post():
    return Post(key="branch_head", name="Chi hội trưởng", level=Level.BRANCH, rank=1)


def test_two_rosters_and_a_hand_get_by_and_nobody_is_written_twice(
    real, batches, settings, monkeypatch
):
    monkeypatch.setattr(plans, "AT_ONCE", 7)
    together = Barrier(3)

    def write(batch_id):
        together.wait(30)
        jobs.run_step(real, Directory(settings.home), settings, batch_id)

    def mend(_):
        together.wait(30)
        for key in range(KNOWN, 0, -1):
            with real.writing() as db:
                person = db.get_one(Person, key)
                told = NewPerson(person.full_name, birth_year=1980, phone=person.phone or "")
                people.edit_person(db, OPERATOR, person, told, now=clock.now())

    with ThreadPoolExecutor(3) as hands:
        done = [hands.submit(write, key) for key in batches] + [hands.submit(mend, 0)]
        assert [one.result() for one in done] == [None, None, None]

    with real.reading() as db:
        states = db.scalars(select(RosterBatch.state)).all()
        assert states == [BatchState.COMMITTED, BatchState.COMMITTED]
        assert db.scalar(select(func.count()).select_from(Person)) == KNOWN + FRESH
        assert db.scalar(select(func.count()).select_from(Tenure)) == FRESH
        applied = select(func.count(RosterRow.applied_at))
        assert FRESH <= (db.scalar(applied) or 0) <= KNOWN + FRESH
