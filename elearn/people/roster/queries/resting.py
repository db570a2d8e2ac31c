"""What refers to rows by a key of its own: whoever takes them away has to know."""

from collections.abc import Collection, Iterator
from functools import cache

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from elearn.db import Base, among

#: What follows from other rows and is made anew, and what goes with them.
_FOLLOWING = {"listed_tenure", "found_word", "roster_alias"}
#: Whom rows of files mean: they are read again where she is not there any more.
_LET_GO = {("roster_row", "person_id")}


def resting_on(
    db: Session, table: str, keys: Collection[int]
) -> Iterator[tuple[int, str, int | None]]:
    """Give for each reference to one of these rows the key of it, the table that refers, and the
    key of the row there, where it has one; one query a column that may refer.
    """
    for column in _columns(table) if keys else ():
        own = column.table.c.get("id")
        asked = select(column, column if own is None else own).where(among(db, column, keys))
        for key, referring in db.execute(asked):
            yield key, column.table.name, None if own is None else referring


@cache
def _columns(table: str) -> tuple[Column[int], ...]:
    """Return the columns of all domains that refer to a table, but for what follows from it."""
    return tuple(
        foreign.parent
        for other in sorted(Base.metadata.tables.values(), key=_name)
        for foreign in sorted(other.foreign_keys, key=lambda one: one.parent.name)
        if foreign.column.table.name == table
        and other.name not in _FOLLOWING
        and (other.name, foreign.parent.name) not in _LET_GO
    )


def _name(table: Table) -> str:
    return table.name
