import pytest
from sqlalchemy import func, select

from elearn import clock
from elearn.access import OPERATOR
from elearn.people import Person
from elearn.people.models import FoundWord, ListedTenure
from elearn.people.roster import jobs, service
from elearn.people.roster.models import BatchState
from elearn.people.roster.queries.dumping import dumped
from tests.make import people, rosterbatches


@pytest.fixture
def work(database, db, store, settings):
    """`work(batch)` does what the batch waits for, as the worker would."""

    def do(batch):
        db.flush()
        jobs.run_step(database, store, settings, batch.id)
        db.expire_all()
        return batch

    return do


@pytest.fixture
def written(db, work):
    """`written(steps)` is a batch that was written."""

    def write(*steps):
        batch = rosterbatches.batch(db, steps)
        service.commit_batch(db, OPERATOR, batch, now=clock.now())
        return work(batch)

    return write


def state(db):
    """Return the dump, and every row of what follows from people."""
    db.flush()
    listed = select(*(one for one in ListedTenure.__table__.c if one.name != "id"))
    found = select(*FoundWord.__table__.c)
    rows = (sorted(map(repr, db.execute(one))) for one in (listed, found))
    return [*dumped(db), *rows]


def test_what_a_batch_wrote_goes_back_to_the_last_sign(db, written, work):
    unit = people.org_unit(db)
    people.tenure(db, people.person(db, "Trần Thị Mai"), at=unit)
    people.listed(db)
    before = state(db)
    new = rosterbatches.newcomer("Nguyễn Thị Hoa", rosterbatches.begin(unit), phone="0912345678")
    founding = rosterbatches.begin(rosterbatches.branch(db))
    batch = written(new, rosterbatches.newcomer("Lê Thị Na", founding))

    assert batch.state is BatchState.COMMITTED
    assert db.scalar(select(func.count()).select_from(Person)) == 3
    assert state(db) != before

    service.undo_batch(db, OPERATOR, batch, now=clock.now())
    work(batch)

    assert batch.state is BatchState.UNDONE
    assert state(db) == before
