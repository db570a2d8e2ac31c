"""The chain: its head, what waits for it, and what an entry says."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.audit.models import AuditEntry, AuditPending, AuditSeal, AuditSealed
from elearn.audit.rules import Act


def act_of(entry: AuditEntry) -> Act:
    """Return what an entry says, as it is hashed."""
    return Act(**{name: getattr(entry, name) for name in Act.__slots__})


def last_seal(db: Session) -> AuditSeal | None:
    """Return the head of the chain."""
    return db.scalar(select(AuditSeal).order_by(AuditSeal.number.desc()).limit(1))


def is_waiting(db: Session) -> bool:
    """Return whether any entry waits to be sealed."""
    return db.scalar(select(AuditPending.entry_id).limit(1)) is not None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The entries that no seal covers yet, and since when the first of them waits."""

    count: int
    since: datetime | None


def waiting(db: Session) -> Waiting:
    """Return how much waits to be sealed; one query."""
    pending = select(func.count(), func.min(AuditEntry.at)).select_from(AuditPending)
    count, since = db.execute(pending.join(AuditEntry)).one()
    return Waiting(count, since)


def seal_numbers(db: Session, entry_ids: Collection[int]) -> dict[int, int]:
    """Return by entry the number of the seal that covers it; one query."""
    found = select(AuditSealed.entry_id, AuditSealed.seal_number)
    return dict(db.execute(found.where(AuditSealed.entry_id.in_(entry_ids))).all())
