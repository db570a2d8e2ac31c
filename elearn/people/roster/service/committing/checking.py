"""Looking once more, in the transaction that writes: what changed meanwhile is asked again."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from sqlalchemy import Integer, cast, exists, or_, select
from sqlalchemy.orm import Session

from elearn.db import Change, among
from elearn.people.models import Person
from elearn.people.queries.persons import canonical_id
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.queries.digests import digests_of
from elearn.people.roster.rules.verdicts import Reason
from elearn.people.roster.service.committing.plans import Planned, persons_of


@dataclass(slots=True)
class Refused:
    """Rows that are not written after all, with why; and whom they may mean instead."""

    reasons: dict[int, Reason] = field(default_factory=dict)
    candidates: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def note(self, row: Planned, code: str) -> None:
        """Note why a row is asked again; the first reason stands."""
        self.reasons.setdefault(row.row_id, Reason(code))


def held_people(db: Session, keys: Collection[int]) -> dict[int, int]:
    """Hold all entries of these people, in the order of their keys; return the whole of each."""
    wholes = set(db.scalars(select(canonical_id()).where(among(db, Person.id, keys))))
    hers = or_(among(db, Person.id, wholes), among(db, Person.same_as_id, wholes))
    held = select(Person.id, canonical_id()).where(hers).order_by(Person.id).with_for_update()
    return dict(db.execute(held).all())


def refuse_changed(
    db: Session, batch: RosterBatch, rows: Sequence[Planned], refused: Refused
) -> None:
    """Refuse rows whose persons are not as they were when the rows were compared.

    A person of whom this batch has written already is known to differ.
    """
    if not (keys := persons_of(rows)):
        return
    now = digests_of(db, keys)
    ours = (
        select(RosterRow.person_id)
        .where(RosterRow.batch_id == batch.id, RosterRow.applied_at.is_not(None))
        .where(among(db, RosterRow.person_id, keys))
    )
    written = set(db.scalars(ours))
    for row in rows:
        key = row.person_id
        if key is not None and key not in written and now.get(key) != row.digest:
            refused.note(row, "changed_meanwhile")


def refuse_come(db: Session, batch: RosterBatch, rows: Sequence[Planned], refused: Refused) -> None:
    """Refuse to enter whom somebody else may have entered since the rows were compared."""
    keyed: dict[str, list[Planned]] = defaultdict(list)
    for row in rows:
        for key in _found_by(row.new or {}):
            keyed[key].append(row)
    for person in _come(db, batch) if keyed else ():
        found = {"name_folded": person.name_folded, "phone": person.phone}
        for row in chain.from_iterable(keyed.get(key, ()) for key in _found_by(found)):
            refused.note(row, "came_meanwhile")
            refused.candidates[row.row_id].append(person.id)


def _found_by(columns: Mapping[str, Any]) -> set[str]:
    """Return by what two entries may turn out to be one."""
    return {columns[name] for name in ("name_folded", "phone") if columns.get(name)}


def _come(db: Session, batch: RosterBatch) -> Sequence[Person]:
    """Return those of whom the outbox tells since the batch was looked at, but its own."""
    newer = Change.id > (batch.seen_change or 0), Change.kind == "person"
    come = select(cast(Change.key, Integer)).where(*newer)
    ours = RosterRow.batch_id == batch.id, RosterRow.applied_at.is_not(None)
    own = exists().where(RosterRow.person_id == Person.id, *ours)
    return db.scalars(select(Person).where(Person.id.in_(come), ~own)).all()
