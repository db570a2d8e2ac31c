"""Writing the audit: one entry with the act, in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.audit.models import AuditEntry, AuditPending, AuditPersonalValue
from elearn.audit.rules import digest_of_value, normal
from elearn.db.bulk import new_keys, put_rows

_ENTRY = (
    *("id", "at", "person_id", "action", "subject", "subject_id"),
    *("details", "personal", "origin"),
)
_VALUE = ("entry_id", "name", "person_id", "salt", "value")


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


@dataclass(frozen=True, slots=True)
class Acted:
    """What was done to one of many things at once: to which, and what is worth knowing of it."""

    subject_id: int
    details: Mapping[str, Any]
    personal: Mapping[str, str]


def record_all(
    db: Session, actor: Actor, what: tuple[str, str], acts: Sequence[Acted], *, now: datetime
) -> None:
    """Write down many acts of one kind, as `record` does one: what was done to what sort of thing.

    Personal values are those of the persons acted on.
    """
    action, subject = what
    keys, entries, values = new_keys(db, AuditEntry, len(acts)), [], list[tuple[Any, ...]]()
    for key, act in zip(keys, acts, strict=True):
        salted = _salted(normal(act.personal), act.subject_id if subject == "person" else None)
        digests = {one.name: digest_of_value(one.salt, one.name, one.value) for one in salted}
        done = (actor.person_id, action, subject, act.subject_id, normal(act.details), digests)
        entries.append((key, now, *done, actor.origin))
        values += [(key, one.name, one.person_id, one.salt, one.value) for one in salted]
    put_rows(db, AuditEntry, _ENTRY, entries)
    put_rows(db, AuditPending, ("entry_id",), [(key,) for key in keys])
    put_rows(db, AuditPersonalValue, _VALUE, values)
