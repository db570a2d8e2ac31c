"""Writing very many rows: as tuples through the driver, indexes and links made when all stand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, ForeignKeyConstraint, Index, Table, func, select
from sqlalchemy.schema import AddConstraint, DropConstraint

from elearn.db import Base

Rows = Sequence[tuple[Any, ...]]


def table_of(name: str) -> Table:
    return Base.metadata.tables[name]


@contextmanager
def without_indexes(connection: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """Have the indexes of these tables made at the end, which is quicker than keeping them.

    On PostgreSQL their links to other tables too are looked at once instead of row by row.
    """
    indexes = sorted(
        (one for table in tables for one in table.indexes), key=lambda one: str(one.name)
    )
    links = _links(tables) if connection.dialect.name == "postgresql" else []
    for link in links:
        connection.execute(DropConstraint(link))
    for index in indexes:
        index.drop(connection)
    yield
    _make(connection, indexes, links)


def _links(tables: Sequence[Table]) -> list[ForeignKeyConstraint]:
    found = (link for table in tables for link in table.foreign_key_constraints)
    return sorted(found, key=lambda link: str(link.name))


def _make(
    connection: Connection, indexes: Sequence[Index], links: Sequence[ForeignKeyConstraint]
) -> None:
    for index in indexes:
        index.create(connection)
    for link in links:
        connection.execute(AddConstraint(link, isolate_from_table=False))


def put(connection: Connection, table: Table, columns: Sequence[str], rows: Rows) -> None:
    """Insert rows of plain values: texts for days and moments, as both databases take them."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns, rows)
        return
    places = ", ".join("?" for _ in columns)
    statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608  # Names of ours.
    connection.exec_driver_sql(statement, list(rows))


def _copy(connection: Connection, table: Table, columns: Sequence[str], rows: Rows) -> None:
    """Send rows to PostgreSQL; as one text where they hold no bytes: nothing of ours needs marks.

    What is invented holds no tabulator, no line's end and no backslash.
    """
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    driver: Any = connection.connection.driver_connection
    if any(isinstance(value, bytes) for value in rows[0]):
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
        return
    line = "\t".join("%s" for _ in columns) + "\n"
    with driver.cursor() as cursor, cursor.copy(statement + sql.SQL(" (NULL 'None')")) as copy:
        copy.write("".join(map(line.__mod__, rows)))


def go_on_counting(connection: Connection, table: Table) -> None:
    """Have the next key follow those we gave ourselves; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.max(table.c.id))))
