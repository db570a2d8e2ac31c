"""What was done to a person's record, and which of her values the audit still holds."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.audit.models import AuditEntry, AuditPersonalValue

#: Acts by which somebody reads a person's record.
LOOKS = ("look", "look_at_study", "look_at_certificate")
MOST_LOOKS = 200


def looks_at(
    db: Session, person_ids: Collection[int], *, most: int = MOST_LOOKS
) -> Sequence[AuditEntry]:
    """Return who looked at these persons' records, the latest first; one query."""
    found = select(AuditEntry).where(
        AuditEntry.subject == "person",
        AuditEntry.subject_id.in_(person_ids),
        AuditEntry.action.in_(LOOKS),
    )
    return db.scalars(found.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(most)).all()


def personal_values_of(
    db: Session, person_ids: Collection[int]
) -> Sequence[tuple[AuditEntry, AuditPersonalValue]]:
    """Return the values of these persons that entries still hold, the oldest first; one query."""
    found = (
        select(AuditEntry, AuditPersonalValue)
        .join(AuditPersonalValue, AuditPersonalValue.entry_id == AuditEntry.id)
        .where(AuditPersonalValue.person_id.in_(person_ids))
        .order_by(AuditEntry.id, AuditPersonalValue.name)
    )
    return [(entry, value) for entry, value in db.execute(found)]
