"""Seal what is committed: by one sealer at a time, a batch in one transaction or not at all."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from elearn.audit.models import AuditEntry, AuditPending, AuditSeal, AuditSealed
from elearn.audit.queries import act_of, last_seal
from elearn.audit.rules import GENESIS, Link, digest_of_entry, hash_of_seal

#: A batch is held in memory, and so is a seal when it is verified.
MOST_IN_A_SEAL = 1000


def seal(db: Session, *, now: datetime) -> AuditSeal | None:
    """Seal the entries that wait, the lowest keys first; return the seal, or nothing.

    Two who seal at once take turns: on SQLite every writer does, elsewhere the lock on the chain
    sees to it. Whatever dies before the commit leaves the entries waiting and the number free.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("LOCK TABLE audit_seal IN SHARE ROW EXCLUSIVE MODE"))
    entries = _waiting(db)
    if not entries:
        return None
    digests = [digest_of_entry(act_of(entry)) for entry in entries]
    made = _next_link(last_seal(db), digests, now)
    db.add(made)
    db.flush()
    db.add_all(
        AuditSealed(seal_number=made.number, place=place, entry_id=entry.id, digest=digest)
        for place, (entry, digest) in enumerate(zip(entries, digests, strict=True), 1)
    )
    taken = [entry.id for entry in entries]
    db.execute(delete(AuditPending).where(AuditPending.entry_id.in_(taken)))
    db.flush()
    return made


def _waiting(db: Session) -> Sequence[AuditEntry]:
    waiting = select(AuditEntry).join(AuditPending, AuditPending.entry_id == AuditEntry.id)
    return db.scalars(waiting.order_by(AuditEntry.id).limit(MOST_IN_A_SEAL)).all()


def _next_link(last: AuditSeal | None, digests: Sequence[str], now: datetime) -> AuditSeal:
    number, previous = (last.number + 1, last.hash) if last else (1, GENESIS)
    link = Link(number, previous, len(digests), now)
    return AuditSeal(
        number=number,
        previous_hash=previous,
        hash=hash_of_seal(link, digests),
        count=len(digests),
        sealed_at=now,
    )
