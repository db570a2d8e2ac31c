"""What of a batch stayed when it was taken back: who, or which unit, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import OrgUnit, OrgUnitPlace, Person
from elearn.people.roster.models import ChangeAct, RosterBatch, RosterChange, RosterRow
from elearn.people.roster.queries.resting import resting_on
from elearn.people.roster.rules.staying import sentence_of
from elearn.text import Message

_NO_WORD = (("other",),)


@dataclass(frozen=True, slots=True)
class Stayed:
    """Something that stayed: whose row it is, or what the unit is called, and what rests on it."""

    person_id: int | None
    name: str
    because: Message
    row: int | None = None


def stayed_of(db: Session, batch: RosterBatch, limit: int = 200) -> list[Stayed]:
    """Return what stayed, people first; a bounded number of queries."""
    row = RosterRow
    stays = row.batch_id == batch.id, row.stays.is_not(None)
    asked = (
        select(row.person_id, Person.full_name, row.stays, row.number, row.sheet)
        .outerjoin(Person, Person.id == row.person_id)
        .where(*stays)
    )
    found = [
        Stayed(person_id, name or sheet, sentence_of(*(why or _NO_WORD)[0]), number)
        for person_id, name, why, number, sheet in db.execute(asked.order_by(row.id).limit(limit))
    ]
    return [*found, *_units(db, batch, limit - len(found))]


def _units(db: Session, batch: RosterBatch, limit: int) -> Sequence[Stayed]:
    change = RosterChange
    mine = change.batch_id == batch.id, change.act == ChangeAct.INSERT, change.undone_at.is_(None)
    founded = select(change.of_id).where(*mine, change.of_table == OrgUnit.__tablename__)
    if batch.undone_at is None or limit <= 0:
        return ()
    names = dict(
        db.execute(
            select(OrgUnit.id, OrgUnit.name).where(OrgUnit.id.in_(founded)).limit(limit)
        ).all()
    )
    own = set(db.scalars(select(OrgUnitPlace.id).where(among(db, OrgUnitPlace.org_unit_id, names))))
    why: dict[int, str] = {}
    for key, table, referring in resting_on(db, OrgUnit.__tablename__, names):
        if table != OrgUnitPlace.__tablename__ or referring not in own:
            why.setdefault(key, table)
    return [Stayed(None, name, sentence_of(why.get(key, "other"))) for key, name in names.items()]
