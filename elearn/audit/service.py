"""Writing the audit: one entry with the act, in the same transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.audit.models import AuditEntry, AuditPersonalValue


def record(  # noqa: PLR0913  # An entry has so many facts, and each is named by its caller.
    db: Session,
    actor: Actor,
    action: str,
    subject: str,
    subject_id: int | None,
    *,
    now: datetime,
    details: Mapping[str, Any] | None = None,
    personal: Mapping[str, str] | None = None,
) -> AuditEntry:
    """Write down an act; personal values go where they can be erased."""
    entry = AuditEntry(
        at=now,
        person_id=actor.person_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        details=dict(details or {}),
        origin=actor.origin,
    )
    db.add(entry)
    db.flush()
    values = personal or {}
    db.add_all(AuditPersonalValue(entry_id=entry.id, name=n, value=v) for n, v in values.items())
    db.flush()
    return entry


def erase_personal(db: Session, entry: AuditEntry) -> None:
    """Erase the personal values of an entry; that it happened stays known."""
    db.execute(delete(AuditPersonalValue).where(AuditPersonalValue.entry_id == entry.id))
