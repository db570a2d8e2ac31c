"""The chapters of a version, in their order."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.media.models import Chapter


def chapters_of(db: Session, version_id: int) -> Sequence[Chapter]:
    """Return the chapters of a version, the first one first; none if its file named none."""
    its_own = select(Chapter).where(Chapter.version_id == version_id)
    return db.scalars(its_own.order_by(Chapter.start_ms)).all()
