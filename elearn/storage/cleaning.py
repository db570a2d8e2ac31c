"""Clears away what nothing refers to, and never what somebody is about to refer to.

A file is kept first and recorded by the transaction that needs it, which may fail or be killed. So
bytes count as kept anew with each `keep`, and only those are removed that nobody has kept for a
day; a row is removed in a savepoint, where the foreign keys have the last word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from elearn.db import Database
from elearn.storage.files import StoredFile
from elearn.storage.references import unreferenced
from elearn.storage.store import Lying, Store

IN_USE_FOR = timedelta(days=1)  # No transaction is open for so long, and no job unheard of.


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How much was cleared away."""

    files: int
    size: int


def clean(database: Database, store: Store, *, now: datetime) -> Cleaned:
    """Remove rows that nothing refers to, then bytes without a row; safe to repeat and to kill."""
    before = now - IN_USE_FOR
    with database.writing() as db:
        _forget(db, before)
    unnamed = nameless(database, store, now=now)
    gone = [one for one in unnamed if store.discard(one.name, before=before)]
    return Cleaned(len(gone), sum(one.size for one in gone))


def _forget(db: Session, before: datetime) -> None:
    for file in unreferenced(db, before=before):
        try:
            with db.begin_nested():
                db.execute(delete(StoredFile).where(StoredFile.id == file.id))
        except IntegrityError:  # A table we do not know of refers to it.
            continue


def nameless(database: Database, store: Store, *, now: datetime) -> Iterator[Lying]:
    """Return what lies in the store, kept before today, without a row that says so."""
    with database.reading() as db:
        known = set(db.scalars(select(StoredFile.sha256)))
    for one in store.files():
        if one.kept_at < now - IN_USE_FOR and one.name not in known:
            yield one
