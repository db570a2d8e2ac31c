"""Which film belongs to a lecture."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture
from elearn.db import changed


def set_medium(db: Session, lecture: Lecture, medium_id: int, *, now: datetime) -> None:
    """Show this medium as the lecture's film; the same one again changes nothing.

    A better film of the same lecture is a new version of the same medium, not another medium:
    what people have watched is kept by medium.
    """
    if lecture.medium_id == medium_id:
        return
    lecture.medium_id = medium_id
    changed(db, "lecture", lecture.code, now=now)
    db.flush()
