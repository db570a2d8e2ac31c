"""Who refers to a stored file: every foreign key that the tables of the house declare."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, exists, select
from sqlalchemy.orm import Session

from elearn.db import Base
from elearn.storage.files import StoredFile


class Reference(NamedTuple):
    """A row that needs a file: its table, its key, and the column that names the file."""

    table: str
    key: str
    column: str

    def __str__(self) -> str:
        return f"{self.table} {self.key} ({self.column})"


def referring_columns() -> list[Column[Any]]:
    """Return the columns of all tables that name a stored file."""
    columns = [one for table in Base.metadata.sorted_tables for one in table.columns]
    return [one for one in columns if _names_a_file(one)]


def _names_a_file(column: Column[Any]) -> bool:
    return any(key.column.table is StoredFile.__table__ for key in column.foreign_keys)


def unreferenced(
    db: Session, *, before: datetime, after: int = 0, limit: int | None = None
) -> Sequence[StoredFile]:
    """Return files kept before a moment that nothing refers to, and that nobody is recording now.

    They come in the order of their keys, and in a transaction that writes stay so until its end.
    """
    unused = [~exists().where(column == StoredFile.id) for column in referring_columns()]
    asked = select(StoredFile).where(StoredFile.kept_at < before, StoredFile.id > after, *unused)
    some = asked.order_by(StoredFile.id).limit(limit)
    return db.scalars(some.with_for_update(skip_locked=True)).all()


def references_to(db: Session, file_ids: Collection[int]) -> dict[int, list[Reference]]:
    """Return which rows refer to each of these files; one query a column."""
    found = defaultdict(list)
    for column in referring_columns():
        keys = list(column.table.primary_key)
        asked = select(column, *keys).where(column.in_(file_ids)).order_by(*keys)
        for file_id, *key in db.execute(asked):
            name = "/".join(map(str, key))
            found[file_id].append(Reference(column.table.name, name, column.name))
    return found
