"""Writing very many rows: as tuples through the driver, the indexes made when all stand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Table, func, select

from elearn.db import Base

Rows = Sequence[tuple[Any, ...]]


def table_of(name: str) -> Table:
    return Base.metadata.tables[name]


@contextmanager
def without_indexes(connection: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """Have the indexes of these tables made at the end, which is quicker than keeping them."""
    indexes = sorted(
        (one for table in tables for one in table.indexes), key=lambda one: str(one.name)
    )
    for index in indexes:
        index.drop(connection)
    yield
    for index in indexes:
        index.create(connection)


def put(connection: Connection, table: Table, columns: Sequence[str], rows: Rows) -> None:
    """Insert rows of plain values: texts for days and moments, as both databases take them."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, columns, rows)
        return
    statement = table.insert().compile(connection, column_keys=list(columns))
    in_order = itemgetter(*(columns.index(name) for name in statement.positiontup or ()))
    connection.exec_driver_sql(str(statement), [in_order(row) for row in rows])


def _copy(connection: Connection, table: Table, columns: Sequence[str], rows: Rows) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def go_on_counting(connection: Connection, table: Table) -> None:
    """Have the next key follow those we gave ourselves; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.max(table.c.id))))
