"""Declared numbers written down, many at a time; what they correct is superseded."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor
from elearn.db import among
from elearn.db.bulk import new_keys, put_rows
from elearn.people.models import Headcount
from elearn.people.roster.rules.counting import Key
from elearn.people.roster.rules.steps import CountStep
from elearn.people.roster.service.committing.checking import Refused
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.roster.service.committing.plans import Planned

_COLUMNS = (
    *("id", "area_id", "group_key", "as_of", "number", "source"),
    *("recorded_by_id", "recorded_at"),
)
_H = Headcount


def refuse_declared(db: Session, rows: Sequence[Planned], refused: Refused) -> None:
    """Refuse rows about which somebody declared something else since they were compared.

    Their areas are held until the end of the transaction: of two who declare, one waits.
    """
    area_ids = {step.area_id for row in rows for step in row.steps.counts}
    if not area_ids:
        return
    held = select(areas.Area.id).where(among(db, areas.Area.id, area_ids))
    db.execute(held.order_by(areas.Area.id).with_for_update(key_share=True))
    found = select(_H).where(among(db, _H.area_id, area_ids), _H.is_current())
    holds = {(one.area_id or 0, one.group_key, one.as_of): one.id for one in db.scalars(found)}
    seen: set[Key] = set()
    for row in rows:
        for step in row.steps.counts:
            key = step.area_id, step.group, step.as_of
            if holds.get(key) != step.instead or key in seen:
                refused.note(row, "declared_meanwhile")
            seen.add(key)


def declare(
    db: Session, actor: Actor, rows: Sequence[Planned], ledger: Ledger, now: datetime
) -> None:
    """Write down what rows declare."""
    told = [(row.row_id, step) for row in rows for step in row.steps.counts]
    _supersede(db, told, ledger, now)
    keys = new_keys(db, Headcount, len(told))
    values = [
        (key, one.area_id, one.group, one.as_of, one.number, one.source, actor.person_id, now)
        for key, (_, one) in zip(keys, told, strict=True)
    ]
    put_rows(db, Headcount, _COLUMNS, values)
    for key, (row_id, _) in zip(keys, told, strict=True):
        ledger.inserted(row_id, Headcount, key)


def _supersede(
    db: Session, told: Sequence[tuple[int, CountStep]], ledger: Ledger, now: datetime
) -> None:
    before = [(row_id, one.instead) for row_id, one in told if one.instead is not None]
    if before:
        ended = update(_H).where(among(db, _H.id, [key for _, key in before]))
        db.execute(ended.values(superseded_at=now))
    for row_id, key in before:
        ledger.superseded(row_id, Headcount, key)
