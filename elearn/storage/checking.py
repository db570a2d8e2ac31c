"""Is every file there that the database names, whole and as its name says? Without trust."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select

from elearn.db import Database
from elearn.storage.files import StoredFile
from elearn.storage.references import Reference, references_to
from elearn.storage.store import Store

_AT_ONCE = 500


class Condition(enum.StrEnum):
    """What is found where a file should lie."""

    WHOLE = "whole"
    MISSING = "missing"
    OTHER_SIZE = "other_size"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file the database names, what is found of it, and who needs it if it is not whole."""

    file: StoredFile
    condition: Condition
    references: tuple[Reference, ...] = ()


def verify(database: Database, store: Store, *, is_quick: bool = False) -> Iterator[Checked]:
    """Look at every file of the database, in order of their rows; quick: without reading them.

    Holds no transaction open while it reads.
    """
    last = 0
    while some := _next(database, last):
        last = some[-1].id
        for file in some:
            condition = _condition(store, file, is_quick)
            if condition is Condition.WHOLE:
                yield Checked(file, condition)
            else:
                yield from _explained(database, Checked(file, condition))


def _next(database: Database, last: int) -> list[StoredFile]:
    asked = select(StoredFile).where(StoredFile.id > last).order_by(StoredFile.id).limit(_AT_ONCE)
    with database.reading() as db:
        return list(db.scalars(asked))


def _explained(database: Database, found: Checked) -> Iterator[Checked]:
    """Say who needs a file that is not whole, if its row is there still."""
    with database.reading() as db:
        if db.get(StoredFile, found.file.id):
            needed = references_to(db, [found.file.id])[found.file.id]
            yield replace(found, references=tuple(needed))


def _condition(store: Store, file: StoredFile, is_quick: bool) -> Condition:
    size = store.size(file.sha256)
    if size is None:
        return Condition.MISSING
    if size != file.size:
        return Condition.OTHER_SIZE
    return Condition.WHOLE if is_quick or store.is_whole(file.sha256) else Condition.TORN
