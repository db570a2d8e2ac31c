"""Recompute everything: seals, the entries in them, the values kept apart, what is left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from elearn.audit.models import (
    AuditEntry,
    AuditPending,
    AuditPersonalValue,
    AuditSeal,
    AuditSealed,
)
from elearn.audit.queries.sealed import chain
from elearn.audit.rules import Head, digest_of_value, flaw_in
from elearn.text import Message, msg

Progress = Callable[[int, int], None]
_VALUES_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Verified:
    """How far the chain is whole, and the first thing wrong, if anything is."""

    head: Head
    entries: int
    flaw: Message | None = None


def verify(db: Session, *, known: str = "", progress: Progress | None = None) -> Verified:
    """Follow the chain to its end; stop at the first thing that is not as it was written.

    Somebody who kept the hash of a head elsewhere hands it in: a chain whose end was cut off or
    written anew does not hold it. Progress is told in seals, of all there are.
    """
    head, entries = Head(), 0
    total = db.scalar(select(func.count()).select_from(AuditSeal)) or 0
    for sealed in chain(db):
        if flaw := flaw_in(sealed, head):
            return Verified(head, entries, flaw)
        head, entries = Head(sealed.link.number, sealed.hash), entries + sealed.link.count
        if progress:
            progress(head.number, max(total, head.number))
    return Verified(head, entries, next(_flaws(db, head, entries, known), None))


def _flaws(db: Session, head: Head, entries: int, known: str) -> Iterator[Message]:
    within = select(func.count()).where(AuditSealed.seal_number <= head.number)
    if db.scalar(within) != entries:
        yield msg("Có mục được ghi vào dấu niêm phong không có trong chuỗi.")
    if (lost := _left_out(db)) is not None:
        yield msg("Mục số %(entry)s không được niêm phong và cũng không đang chờ.", entry=lost)
    if (changed := _changed_value(db)) is not None:
        name, entry = changed
        yield msg(
            "Giá trị “%(name)s” của mục số %(entry)s không còn như khi ghi.",
            name=name,
            entry=entry,
        )
    if known and not db.scalar(select(AuditSeal.number).where(AuditSeal.hash == known)):
        yield msg(
            "Không có dấu niêm phong nào mang mã %(hash)s: phần cuối của nhật ký"
            " đã bị cắt hoặc bị viết lại.",
            hash=known,
        )


def _left_out(db: Session) -> int | None:
    """Return the first entry that is neither sealed nor waiting; one query, true at one moment."""
    return db.scalar(
        select(AuditEntry.id)
        .outerjoin(AuditSealed, AuditSealed.entry_id == AuditEntry.id)
        .outerjoin(AuditPending, AuditPending.entry_id == AuditEntry.id)
        .where(AuditSealed.entry_id.is_(None), AuditPending.entry_id.is_(None))
        .order_by(AuditEntry.id)
        .limit(1)
    )


def _changed_value(db: Session) -> tuple[str, int] | None:
    """Return the name and entry of a personal value whose digest is not what the entry keeps."""
    value, after = AuditPersonalValue, (0, "")
    columns = (value.entry_id, value.name, value.salt, value.value, AuditEntry.personal)
    found = select(*columns).join(AuditEntry).order_by(value.entry_id, value.name)
    key = tuple_(value.entry_id, value.name)
    while rows := db.execute(found.where(key > after).limit(_VALUES_AT_ONCE)).all():
        for entry_id, name, salt, text, personal in rows:
            if personal.get(name) != digest_of_value(salt, name, text):
                return name, entry_id
        after = rows[-1][:2]
    return None
