"""What some rows wrote, read back from what was noted of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import Base, among
from elearn.people.models import Headcount, Person, PlannedPost, Qualification, Tenure
from elearn.people.roster.models import ChangeAct, RosterBatch, RosterChange, RosterRow

Key = tuple[str, int]
#: What rows write but for units, in the order in which it is deleted.
KINDS: tuple[type[Base], ...] = (Headcount, Qualification, PlannedPost, Tenure, Person)
_TABLES = [kind.__tablename__ for kind in KINDS]
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of a person's entry: as they were found, and as they were left."""

    person_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(slots=True)
class Written:
    """All that one row wrote, and whose it is."""

    row_id: int
    person_id: int | None
    told: dict[str, Any]
    inserted: list[Key] = field(default_factory=list)
    superseded: list[Key] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    @property
    def entered(self) -> int | None:
        """The person that it entered, if it did."""
        return next((key for table, key in self.inserted if table == Person.__tablename__), None)


def written_of(db: Session, batch: RosterBatch, before: int | None = None) -> list[Written]:
    """Return what is to be taken back next, the newest first, of the rows before one; two queries.

    What stayed when it was tried is left out.
    """
    row = RosterRow
    due = row.batch_id == batch.id, row.applied_at.is_not(None), row.undone_at.is_(None)
    asked = select(row.id, row.person_id, row.verdict).where(*due, row.stays.is_(None))
    if before is not None:
        asked = asked.where(row.id < before)
    rows = {
        key: Written(key, person_id, verdict.get("steps", {}))
        for key, person_id, verdict in db.execute(asked.order_by(row.id.desc()).limit(AT_ONCE))
    }
    for change in _changes(db, list(rows)):
        _note(rows[change.row_id], change)
    return list(rows.values())


def _changes(db: Session, row_ids: Sequence[int]) -> Sequence[Any]:
    change = RosterChange
    due = among(db, change.row_id, row_ids), change.undone_at.is_(None)
    columns = change.row_id, change.act, change.of_table, change.of_id, change.before, change.after
    found = select(*columns).where(*due, change.of_table.in_(_TABLES))
    return db.execute(found.order_by(change.id.desc())).all()


def _note(row: Written, change: Any) -> None:
    if change.act is ChangeAct.EDIT:
        row.edits.append(Edit(change.of_id, change.before, change.after))
    else:
        is_new = change.act is ChangeAct.INSERT
        (row.inserted if is_new else row.superseded).append((change.of_table, change.of_id))


def keys_by_table(keys: Sequence[Key]) -> dict[str, list[int]]:
    """Return keys by their tables."""
    found: dict[str, list[int]] = defaultdict(list)
    for table, key in keys:
        found[table].append(key)
    return found
