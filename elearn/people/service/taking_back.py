"""Taking back what was written down by mistake: it is superseded, and stays to be told."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import PlannedPost, Qualification, Tenure, UnitExclusion
from elearn.people.service.exclusions import tell_of_exclusion
from elearn.people.service.holding import hold
from elearn.people.service.listing import refresh
from elearn.text import msg, nfc

Written = Tenure | PlannedPost | Qualification | UnitExclusion


def take_back(db: Session, actor: Actor, row: Written, reason: str, *, now: datetime) -> None:
    """Say that something should never have been written down; what rests on it keeps its row.

    :raise InvalidInput: if no reason is given.
    :raise Conflict: if the row was superseded meanwhile.
    """
    hold(db, row)
    if row.superseded_at is not None:
        raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
    if not nfc(reason):
        raise InvalidInput(reason=msg("Ghi lý do, một câu là đủ."))
    row.superseded_at = now
    db.flush()
    if isinstance(row, Tenure):
        refresh(db, [row.person_id])
    elif isinstance(row, PlannedPost):
        changed(db, "person", row.person_id, now=now)
    elif isinstance(row, UnitExclusion):
        tell_of_exclusion(db, row, now=now)
    kind, personal = row.__tablename__, {"reason": nfc(reason)}
    whose = None if isinstance(row, UnitExclusion) else row.person_id
    audit.record(db, actor, "take_back", kind, row.id, now=now, personal=personal, about_id=whose)
