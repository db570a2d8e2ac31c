"""Declared numbers for tests."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from elearn.areas import Area
from elearn.people import Headcount, OrgUnit
from tests.make.people import KNOWN

DAY = date(2026, 6, 30)


def headcount(
    db: Session, at: Area | OrgUnit, number: int | None = 35, day: date = DAY, **values: Any
) -> Headcount:
    """Return how many branch heads an area or a unit declared for a day; None: not reported."""
    place = {"org_unit_id" if isinstance(at, OrgUnit) else "area_id": at.id}
    told = {"group_key": "branch_head", "recorded_at": KNOWN, **place, **values}
    row = Headcount(number=number, as_of=day, **told)
    db.add(row)
    db.flush()
    return row
