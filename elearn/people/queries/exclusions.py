"""Which units are left out of evaluation."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.people.models import UnitExclusion
from elearn.text import msg


def excluded_on(
    db: Session, day: date, *, known_at: datetime | None = None
) -> Sequence[UnitExclusion]:
    """Return the exclusions that held on the day, as we know it now or knew it at a moment."""
    known = UnitExclusion.is_current() if known_at is None else UnitExclusion.known_at(known_at)
    held = select(UnitExclusion).where(UnitExclusion.valid_on(day), known)
    return db.scalars(held.order_by(UnitExclusion.id)).all()


def exclusions_of(db: Session, unit_ids: Collection[int]) -> Sequence[UnitExclusion]:
    """Return the exclusions of some units, the latest first."""
    held = select(UnitExclusion).where(
        UnitExclusion.org_unit_id.in_(unit_ids), UnitExclusion.is_current()
    )
    return db.scalars(held.order_by(UnitExclusion.valid_from.desc())).all()


def exclusion_by_id(db: Session, exclusion_id: int) -> UnitExclusion:
    """Return the exclusion.

    :raise NotFound: if there is none with this key.
    """
    row = db.get(UnitExclusion, exclusion_id)
    if row is None:
        raise NotFound(msg("Không có lần loại khỏi đánh giá này."))
    return row
