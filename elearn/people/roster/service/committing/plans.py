"""What some rows are about to write, made ready before the transaction that writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn.errors import InvalidInput
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.rules.steps import Steps, steps_from
from elearn.people.roster.rules.verdicts import Answer, RowStatus
from elearn.people.rules import NewPerson

AT_ONCE = 1_000
_TO_WRITE = (RowStatus.NEW, RowStatus.CHANGED)


@dataclass(frozen=True, slots=True)
class Planned:
    """A row that is to be written: whose it is, what it rests on, what it writes."""

    row_id: int
    person_id: int | None
    digest: str
    steps: Steps
    #: All columns of a person who is entered; nothing of one who is known, or who cannot be.
    new: dict[str, Any] | None
    #: What a person decided about it.
    answer: Answer | None = None

    @property
    def enters(self) -> bool:
        """Whether it enters somebody; a row of numbers is about nobody."""
        return self.person_id is None and bool(self.steps.person)


def waiting(batch: RosterBatch) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row of a batch is still to be written."""
    row = RosterRow
    return row.batch_id == batch.id, row.status.in_(_TO_WRITE), row.applied_at.is_(None)


def planned_of(db: Session, batch: RosterBatch, after: int = 0) -> list[Planned]:
    """Return what is to be written next, of the rows after one; one query."""
    row = RosterRow
    columns = (row.id, row.person_id, row.digest, row.verdict, row.answer)
    found = db.execute(
        select(*columns).where(*waiting(batch), row.id > after).order_by(row.id).limit(AT_ONCE)
    )
    return [_planned(*one) for one in found]


def _planned(
    row_id: int,
    person_id: int | None,
    digest: str,
    verdict: dict[str, Any],
    answer: Answer | None,
) -> Planned:
    steps = steps_from(verdict.get("steps", {}))
    new = columns_told(steps) if person_id is None and steps.person else None
    return Planned(row_id, person_id, digest, steps, new, answer)


def columns_told(steps: Steps) -> dict[str, Any] | None:
    """Return all columns of a person as she is entered; None if what is told cannot be."""
    told = told_of(steps)
    hashed = {name: told.pop(name) for name in ("official_id_hash",) if name in told}
    try:
        return NewPerson(**told).columns | hashed
    except (InvalidInput, TypeError):
        return None


def said_by(steps: Steps) -> dict[str, Any]:
    """Return what an entry says that was made of these steps; nothing if it cannot be made."""
    told = told_of(steps)
    told.pop("official_id_hash", None)
    try:
        return NewPerson(**told).said
    except (InvalidInput, TypeError):
        return {}


def told_of(steps: Steps) -> dict[str, Any]:
    """Return what is told of the person, days as days and no telephone as none."""
    told: dict[str, Any] = dict(steps.person)
    if isinstance(born := told.get("born_on"), str):
        told["born_on"] = date.fromisoformat(born)
    if "phone" in told:
        told["phone"] = told["phone"] or ""
    return told


def persons_of(rows: Sequence[Planned]) -> list[int]:
    """Return the keys of those who are known, in their order."""
    return sorted({one.person_id for one in rows if one.person_id is not None})
