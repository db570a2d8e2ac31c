"""Levels written down, many at a time; those that are known already stay as they are."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.db.bulk import new_keys, put_rows
from elearn.people.models import Qualification
from elearn.people.roster.rules.steps import Level
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.rules import Attainment, field_of

_COLUMNS = ("id", "person_id", "field", "level", "obtained_on", "recorded_at")


def reach(
    db: Session, told: Sequence[tuple[int, int, Level]], ledger: Ledger, now: datetime
) -> None:
    """Write down levels, each with its row and its person."""
    if not told:
        return
    asked = select(Qualification.person_id, Qualification.level).where(
        among(db, Qualification.person_id, {person for _, person, _ in told}),
        Qualification.is_current(),
    )
    known = {(person, level) for person, level in db.execute(asked)}
    fresh: dict[tuple[int, Attainment], tuple[int, Level]] = {}
    for row_id, person, one in told:
        if (person, one.level) not in known:
            fresh.setdefault((person, one.level), (row_id, one))
    keys = new_keys(db, Qualification, len(fresh))
    rows = [
        (key, person, field_of(level), level, one.obtained_on, now)
        for key, ((person, level), (_, one)) in zip(keys, fresh.items(), strict=True)
    ]
    put_rows(db, Qualification, _COLUMNS, rows)
    for key, (row_id, _) in zip(keys, fresh.values(), strict=True):
        ledger.inserted(row_id, Qualification, key)
