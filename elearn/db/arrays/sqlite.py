"""Columns from SQLite's own cursor, and back through it: rows pass, but none is looked at."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, Table

from elearn.db.arrays.columns import Blobs, Ints, adding, length_of, part_of

_SLICE = 50_000


def read(connection: Connection, asked: Select[*tuple[Any, ...]]) -> tuple[Ints, ...]:
    """Return the answer's columns."""
    answer = connection.execute(asked)
    width, cursor = len(answer.keys()), answer.cursor
    if cursor is None:  # A select always has one.
        raise TypeError("a statement without an answer")
    slices = iter(partial(cursor.fetchmany, _SLICE), [])
    flat = np.fromiter(chain.from_iterable(chain.from_iterable(slices)), np.int64)
    answer.close()
    return tuple(np.ascontiguousarray(flat.reshape(-1, width).T))


def write(
    connection: Connection, table: Table, names: Sequence[str], arrays: Sequence[Ints | Blobs]
) -> None:
    """Insert the rows, a slice after the other."""
    _execute(connection, _inserting(table, names), arrays)


def add(connection: Connection, table: Table, names: Sequence[str], arrays: Sequence[Ints]) -> None:
    """Add the numbers to the rows of these keys."""
    _execute(connection, f"{_inserting(table, names)} {adding(table, names)}", arrays)


def _inserting(table: Table, names: Sequence[str]) -> str:
    places = ", ".join("?" * len(names))
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608  # names of ours


def _execute(connection: Connection, statement: str, arrays: Sequence[Ints | Blobs]) -> None:
    driver: Any = connection.connection
    cursor = driver.cursor()
    for begin in range(0, length_of(arrays[0]), _SLICE):
        parts = (_values(part_of(one, begin, begin + _SLICE)) for one in arrays)
        cursor.executemany(statement, zip(*parts, strict=True))
    cursor.close()


def _values(column: Ints | Blobs) -> Iterable[object]:
    return column.each() if isinstance(column, Blobs) else column.tolist()
