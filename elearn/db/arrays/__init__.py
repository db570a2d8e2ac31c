"""Whole columns of integers out of the database and into it, without an object a row."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Select, Table
from sqlalchemy.orm import DeclarativeBase, Session

from elearn.db.arrays import postgresql, sqlite
from elearn.db.arrays.columns import Blobs, Ints

__all__ = ["Blobs", "Ints", "add_columns", "columns", "put_columns"]


def columns(db: Session, asked: Select[*tuple[Any, ...]]) -> tuple[Ints, ...]:
    """Return the answer's columns, each an array: integers of 32 bits, none of them NULL.

    :raise TypeError, ValueError: if there is anything else in them.
    """
    db.flush()  # As asking the session itself would.
    read = postgresql.read if db.get_bind().dialect.name == "postgresql" else sqlite.read
    return read(db.connection(), asked)


def put_columns(
    db: Session, table: type[DeclarativeBase], names: Sequence[str], arrays: Sequence[Ints | Blobs]
) -> None:
    """Insert rows given by their columns: integers, or byte strings.

    :raise OverflowError: if a number is too great: on PostgreSQL for its column, else for 64 bits.
    """
    db.flush()
    write = postgresql.write if db.get_bind().dialect.name == "postgresql" else sqlite.write
    write(db.connection(), cast(Table, table.__table__), names, arrays)


def add_columns(
    db: Session, table: type[DeclarativeBase], names: Sequence[str], arrays: Sequence[Ints]
) -> None:
    """Add numbers to the rows that have these keys; a row that is not there is inserted.

    The primary key is among the names; no two rows have the same.
    """
    db.flush()
    add = postgresql.add if db.get_bind().dialect.name == "postgresql" else sqlite.add
    add(db.connection(), cast(Table, table.__table__), names, arrays)
