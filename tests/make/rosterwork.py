"""What batches do and leave behind, as tests look at it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.people.models import FoundWord, ListedTenure, Person
from elearn.people.roster import RosterBatch, jobs, service
from elearn.people.roster.queries.dumping import dumped
from tests.make import rosterbatches

Step = tuple[Any, Any]


class Bench:
    """A worker of one transaction: writes batches and takes them back at once."""

    def __init__(self, here: Installation, db: Session) -> None:
        self.here, self.db = here, db

    def work(self, batch: RosterBatch) -> RosterBatch:
        """Do what the batch waits for."""
        self.db.flush()
        jobs.run_step(self.here.database, self.here.store, self.here.settings, batch.id)
        self.db.expire_all()
        return batch

    def write(self, *steps: Step, **values: Any) -> RosterBatch:
        """Return a batch of these rows that was written."""
        batch = rosterbatches.batch(self.db, steps, **values)
        service.commit_batch(self.db, OPERATOR, batch, now=clock.now())
        return self.work(batch)

    def undo(self, batch: RosterBatch) -> RosterBatch:
        """Return the batch as far as it could be taken back."""
        service.undo_batch(self.db, OPERATOR, batch, now=clock.now())
        return self.work(batch)

    def state(self) -> list[Any]:
        """Return the dump, and every row of what follows from people."""
        self.db.flush()
        listed = select(*(one for one in ListedTenure.__table__.c if one.name != "id"))
        found = select(*FoundWord.__table__.c)
        rows = (sorted(map(repr, self.db.execute(one))) for one in (listed, found))
        return [*dumped(self.db), *rows]

    def people(self) -> Sequence[Person]:
        """Return everybody there is, in the order in which they came."""
        return self.db.scalars(select(Person).order_by(Person.id)).all()
