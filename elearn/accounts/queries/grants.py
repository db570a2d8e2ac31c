"""What a person was granted, and where an area stands on a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.accounts.models import RoleGrant
from elearn.errors import NotFound
from elearn.text import msg


def grants_of(db: Session, person_id: int) -> Sequence[RoleGrant]:
    """Return the grants of a person that were not taken back as mistaken, whatever their dates."""
    given = select(RoleGrant).where(RoleGrant.person_id == person_id, RoleGrant.is_current())
    return db.scalars(given.order_by(RoleGrant.valid_from, RoleGrant.id)).all()


def path_on(db: Session, area_id: int, day: date) -> str:
    """Return the place of an area in the tree of a day.

    :raise NotFound: if the area does not exist on that day.
    """
    version = areas.AreaVersion
    there = select(version.path).where(
        version.area_id == area_id, version.is_current(), version.valid_on(day)
    )
    if path := db.scalar(there):
        return path
    raise NotFound(msg("Đơn vị hành chính này không tồn tại trong ngày đã chọn."))
