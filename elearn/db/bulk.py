"""Many rows written at once: by PostgreSQL's copy, or by few statements of many rows.

A row that passes through a session costs a hundred times what the database takes for it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import Any, cast

import psycopg
from psycopg import sql
from sqlalchemy import Connection, LargeBinary, Table, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Session

_ROWS = 50  # Of one statement of SQLite: a row by itself costs the driver twice as much.
_SLICE = 5_000
_Row = Sequence[Any]
_BROKEN = (psycopg.IntegrityError, sqlite3.IntegrityError)
_AWAY = (psycopg.OperationalError, sqlite3.OperationalError)
_KEYS_POSTGRESQL = "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :n)"
_NEWEST = "SELECT coalesce(max(id), 0) FROM {}"
_GIVEN = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = :name"


def new_keys(db: Session, kind: type[DeclarativeBase], number: int) -> list[int]:
    """Return so many keys that no row of a table has, nor will be given by the database itself.

    On SQLite they are good until the transaction ends, and the rows must be written in it.
    """
    if not number:
        return []
    table = cast(Table, kind.__table__)
    if db.get_bind().dialect.name == "postgresql":
        asked = {"name": table.name, "n": number}
        return list(db.scalars(text(_KEYS_POSTGRESQL), asked))
    first = db.scalar(text(_NEWEST.format(table.name))) or 0
    if table.dialect_options["sqlite"]["autoincrement"]:
        first = max(first, db.scalar(text(_GIVEN), {"name": table.name}) or 0)
    return list(range(first + 1, first + 1 + number))


def put_rows(
    db: Session, kind: type[DeclarativeBase], names: Sequence[str], rows: Iterable[_Row]
) -> None:
    """Insert rows, each the values of these columns in order; nothing else is filled in."""
    given = iter(rows)
    if (first := next(given, None)) is None:
        return
    rows = chain((first,), given)
    db.flush()
    connection, table = db.connection(), cast(Table, kind.__table__)
    written = _written(connection, table, names, rows)
    write = _copy if connection.dialect.name == "postgresql" else _insert
    try:
        write(connection, table, names, written)
    except (psycopg.Error, sqlite3.Error) as problem:  # Told as any other statement would tell it.
        raise _as_told(problem)(f"rows of {table.name}", None, problem) from problem


def _as_told(problem: Exception) -> type[DatabaseError]:
    """Return as what SQLAlchemy tells of a problem that the driver has."""
    if isinstance(problem, _BROKEN):
        return IntegrityError
    return OperationalError if isinstance(problem, _AWAY) else DatabaseError


def _written(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[_Row]
) -> Iterable[_Row]:
    """Give the rows as the driver takes them."""
    dialect = connection.dialect
    kinds = [table.c[name].type.dialect_impl(dialect) for name in names]
    found = [
        None if isinstance(kind, LargeBinary) else kind.bind_processor(dialect) for kind in kinds
    ]
    changing: list[tuple[int, Callable[[Any], Any]]] = [
        (place, one) for place, one in enumerate(found) if one is not None
    ]
    for row in rows:
        values = list(row)
        for place, written in changing:
            values[place] = written(values[place])
        yield values


def _copy(connection: Connection, table: Table, names: Sequence[str], rows: Iterable[_Row]) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    driver: Any = connection.connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _insert(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[_Row]
) -> None:
    def inserting(number: int) -> str:
        each = ", ".join([f"({', '.join('?' * len(names))})"] * number)
        return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {each}"  # noqa: S608  # names of ours

    driver: Any = connection.connection
    cursor, left = driver.cursor(), iter(rows)
    while some := list(islice(left, _SLICE)):
        whole = len(some) - len(some) % _ROWS
        groups = (some[at : at + _ROWS] for at in range(0, whole, _ROWS))
        cursor.executemany(inserting(_ROWS), (_flat(group) for group in groups))
        cursor.executemany(inserting(1), some[whole:])
    cursor.close()


def _flat(rows: Sequence[_Row]) -> list[Any]:
    return list(chain.from_iterable(rows))
