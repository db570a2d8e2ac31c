"""Reads the chain from its beginning, a few seals at a time, in bounded memory."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from elearn.audit.models import AuditEntry, AuditSeal, AuditSealed
from elearn.audit.rules import Act, Link, Placed, Sealed

_SEALS_AT_ONCE = 500
_ENTRIES_AT_ONCE = 2000
_PLACE = (AuditSealed.seal_number, AuditSealed.place, AuditSealed.entry_id, AuditSealed.digest)
_ENTRY = tuple(getattr(AuditEntry, name) for name in Act.__slots__)


def chain(db: Session) -> Iterator[Sealed]:
    """Yield every seal with what stands in it, in the order of numbers."""
    number = 0
    while links := _links_after(db, number):
        number = links[-1].number
        inside = _inside(db, links[0].number, number)
        for one in links:
            yield Sealed(_link(one), one.hash, inside.get(one.number, ()))


def _links_after(db: Session, number: int) -> Sequence[AuditSeal]:
    """Return the next seals: as many as hold some thousand entries, and one at the least."""
    after = select(AuditSeal).where(AuditSeal.number > number).order_by(AuditSeal.number)
    found = db.scalars(after.limit(_SEALS_AT_ONCE)).all()
    total = 0
    for index, one in enumerate(found, 1):
        total += one.count
        if total >= _ENTRIES_AT_ONCE:
            return found[:index]
    return found


def _inside(db: Session, first: int, last: int) -> dict[int, list[Placed]]:
    rows = db.execute(
        select(*_PLACE, *_ENTRY)
        .outerjoin(AuditEntry, AuditEntry.id == AuditSealed.entry_id)
        .where(AuditSealed.seal_number.between(first, last))
        .order_by(AuditSealed.seal_number, AuditSealed.place)
    )
    return {
        number: [_placed(row) for row in group]
        for number, group in groupby(rows, key=lambda row: row[0])
    }


def _placed(row: Row[Any]) -> Placed:
    entry = row[len(_PLACE) :]
    act = None if entry[0] is None else Act(*entry)
    return Placed(row.place, row.entry_id, row.digest, act)


def _link(seal: AuditSeal) -> Link:
    return Link(seal.number, seal.previous_hash, seal.count, seal.sealed_at)
