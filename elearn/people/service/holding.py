"""Holding a row until the end of the transaction: of two who change it at once, one comes late."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.people.models import (
    Person,
    PersonJoin,
    PlannedPost,
    Qualification,
    Tenure,
    UnitExclusion,
)

Row = Person | PersonJoin | PlannedPost | Qualification | Tenure | UnitExclusion


def hold(db: Session, row: Row) -> None:
    """Hold a row, and read it as it is then; PostgreSQL holds none with those joined to it."""
    kind = type(row)
    db.execute(select(kind.id).where(kind.id == row.id).with_for_update())
    db.refresh(row)
