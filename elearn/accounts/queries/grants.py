"""What a person was granted."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.models import RoleGrant


def grants_of(db: Session, person_id: int) -> Sequence[RoleGrant]:
    """Return the grants of a person as we know them now, whatever their dates, oldest first."""
    given = select(RoleGrant).where(RoleGrant.person_id == person_id, RoleGrant.is_current())
    return db.scalars(given.order_by(RoleGrant.valid_from, RoleGrant.id)).all()
