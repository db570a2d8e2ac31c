"""Columns from SQLite's own cursor, and back through it: rows pass, but none is looked at."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, Table

from elearn.db.arrays.columns import Blobs, Ints, adding, length_of, part_of

_SLICE = 50_000
_ROWS = 50  # Of one statement: a row by itself costs the driver twice as much.


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
    _insert(connection, table, names, arrays)


def add(connection: Connection, table: Table, names: Sequence[str], arrays: Sequence[Ints]) -> None:
    """Add the numbers to the rows of these keys."""
    _insert(connection, table, names, arrays, adding(table, names))


def _insert(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    arrays: Sequence[Ints | Blobs],
    ending: str = "",
) -> None:
    def inserting(number: int) -> str:
        rows = ", ".join([f"({', '.join('?' * len(names))})"] * number)
        return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {rows} {ending}"  # noqa: S608  # names of ours

    driver: Any = connection.connection
    cursor, width = driver.cursor(), _ROWS * len(names)
    for begin in range(0, length_of(arrays[0]), _SLICE):
        values = _values([part_of(one, begin, begin + _SLICE) for one in arrays])
        whole = len(values) - len(values) % width
        cursor.executemany(
            inserting(_ROWS), (values[at : at + width] for at in range(0, whole, width))
        )
        if rest := values[whole:]:
            cursor.execute(inserting(len(rest) // len(names)), rest)
    cursor.close()


def _values(columns: Sequence[Ints | Blobs]) -> Sequence[object]:
    """Return the values of rows one after another."""
    numbers = [column for column in columns if not isinstance(column, Blobs)]
    if len(numbers) == len(columns):
        flat: list[int] = np.stack(numbers, axis=1).ravel().tolist()
        return flat
    return list(chain.from_iterable(zip(*map(_each, columns), strict=True)))


def _each(column: Ints | Blobs) -> Iterable[object]:
    return column.each() if isinstance(column, Blobs) else column.tolist()
