"""Looking once more, in the transaction that writes: what changed meanwhile is asked again."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import Person
from elearn.people.queries.persons import canonical_id
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.queries.digests import digests_of
from elearn.people.roster.rules.verdicts import Answer, Reason
from elearn.people.roster.service.committing.newcomers import Newcomers
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


def refuse_come(rows: Sequence[Planned], newcomers: Newcomers, refused: Refused) -> None:
    """Refuse to enter whom somebody else may have entered since the rows were compared.

    Where a person said that it is somebody else, it is.
    """
    for row in rows:
        if row.new is None or row.answer is Answer.ANOTHER_PERSON:
            continue
        if come := newcomers.like(row.new):
            refused.note(row, "came_meanwhile")
            refused.candidates[row.row_id] += come
        elif newcomers.is_elsewhere(row.new):
            refused.note(row, "known_elsewhere")
