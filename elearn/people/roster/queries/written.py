"""What a batch wrote, counted: what its summary tells, and what undoing it takes back."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.people.roster.models import RosterBatch, RosterChange, RosterRow
from elearn.people.roster.models.changes import ChangeAct
from elearn.people.roster.rules.verdicts import RowStatus


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows were written, and what that did."""

    new: int = 0
    changed: int = 0
    #: Posts held, posts planned for, levels, units founded: by table.
    inserted: dict[str, int] | None = None

    @property
    def rows(self) -> int:
        return self.new + self.changed

    def count_of(self, table: str) -> int:
        """Return how many rows of a table were added."""
        return (self.inserted or {}).get(table, 0)


def written_of(db: Session, batch: RosterBatch) -> Written:
    """Return what the batch wrote; two queries."""
    if batch.committed_at is None:
        return Written()
    rows = (
        select(RosterRow.status, func.count())
        .where(RosterRow.batch_id == batch.id, RosterRow.applied_at.is_not(None))
        .group_by(RosterRow.status)
    )
    by_status = dict(db.execute(rows).all())
    changes = (
        select(RosterChange.of_table, func.count())
        .where(RosterChange.batch_id == batch.id, RosterChange.act == ChangeAct.INSERT)
        .group_by(RosterChange.of_table)
    )
    inserted = dict(db.execute(changes).all())
    new, changed = (by_status.get(one, 0) for one in (RowStatus.NEW, RowStatus.CHANGED))
    return Written(new, changed, inserted)
