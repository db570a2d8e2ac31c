"""Writing the audit: one entry with the act, in the same transaction."""

from collections.abc import Mapping
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.audit.models import AuditEntry, AuditPending, AuditPersonalValue
from elearn.audit.rules import digest_of_value, normal


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
    about_id: int | None = None,
) -> AuditEntry:
    """Write down an act; personal values go where they can be erased.

    They are those of the person `about_id`, or of the person acted on.
    """
    whose = subject_id if about_id is None and subject == "person" else about_id
    values = _salted(normal(personal or {}), whose)
    entry = AuditEntry(
        at=now,
        person_id=actor.person_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        details=normal(details or {}),
        personal={one.name: digest_of_value(one.salt, one.name, one.value) for one in values},
        origin=actor.origin,
    )
    db.add(entry)
    db.flush()
    db.add(AuditPending(entry_id=entry.id))
    for value in values:
        value.entry_id = entry.id
    db.add_all(values)
    db.flush()
    return entry


def _salted(values: Mapping[str, str], whose: int | None) -> list[AuditPersonalValue]:
    return [
        AuditPersonalValue(name=name, person_id=whose, salt=token_hex(16), value=value)
        for name, value in values.items()
    ]
