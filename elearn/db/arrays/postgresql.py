"""Columns out of PostgreSQL as one array each, and into it by its binary copy.

A row costs the driver more than the server: so a query's rows are gathered into arrays there, and
what is written is put together here as the bytes of many rows.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from psycopg import sql
from sqlalchemy import Connection, Integer, Select, SmallInteger, Table, cast, func, select

from elearn.db.arrays.columns import Blobs, Ints, adding, length_of, part_of

_SLICE = 100_000
#: An array as it is sent: dimensions, whether it has NULLs, the kind of its elements, their number
#: and the first one's place; then of each element its length and value.
_HEAD = np.dtype([("dimensions", ">i4"), ("nulls", ">i4"), ("rest", ">i4", 3)])
_ELEMENT = np.dtype([("length", ">i4"), ("value", ">i4")])
#: A binary copy begins and ends like this; a row is the number of its fields, and then the fields.
_BEGIN, _END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"


def read(connection: Connection, asked: Select[*tuple[Any, ...]]) -> tuple[Ints, ...]:
    """Return the answer's columns.

    :raise ValueError: if there is a NULL among them.
    """
    gathered = [func.array_agg(cast(column, Integer)) for column in asked.subquery().c]
    answer = connection.execute(select(*map(func.array_send, gathered))).one()
    return tuple(map(_numbers, answer))


def _numbers(data: bytes | None) -> Ints:
    if data is None:  # There was no row to gather.
        return np.empty(0, np.int64)
    if np.frombuffer(data, _HEAD, 1)["nulls"][0]:
        raise ValueError("a column with NULL in it")
    return np.frombuffer(data, _ELEMENT, offset=_HEAD.itemsize)["value"].astype(np.int64)


def write(
    connection: Connection, table: Table, names: Sequence[str], arrays: Sequence[Ints | Blobs]
) -> None:
    """Insert the rows, a slice after the other.

    :raise OverflowError: if a number is too great for its column.
    """
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    sizes = _sizes(table, names)
    for column, size in zip(arrays, sizes, strict=True):
        _refuse_too_great(column, size)
    driver: Any = connection.connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(_BEGIN)
        for begin in range(0, length_of(arrays[0]), _SLICE):
            copy.write(_rows([part_of(one, begin, begin + _SLICE) for one in arrays], sizes))
        copy.write(_END)


def add(connection: Connection, table: Table, names: Sequence[str], arrays: Sequence[Ints]) -> None:
    """Add the numbers to the rows of these keys."""
    places = ", ".join(["%s::int[]"] * len(names))
    statement = (
        f"INSERT INTO {table.name} ({', '.join(names)}) SELECT * FROM unnest({places}) "  # noqa: S608  # names of ours
        f"{adding(table, names)}"
    )
    driver: Any = connection.connection
    with driver.cursor() as cursor:
        cursor.execute(statement, list(map(_listed, arrays)))


def _listed(column: Ints) -> str:
    """Return numbers as an array is written: the driver would look at each of them for long."""
    return "{" + ",".join(map(str, column.tolist())) + "}"


def _refuse_too_great(column: Ints | Blobs, size: int) -> None:
    if isinstance(column, Blobs) or not column.size:
        return
    edge = 1 << (8 * size - 1)
    if not -edge <= int(column.min()) <= int(column.max()) < edge:
        raise OverflowError(f"numbers of more than {size} bytes")


def _sizes(table: Table, names: Sequence[str]) -> list[int]:
    """Return how many bytes an integer of each column takes."""
    kinds = [table.c[name].type for name in names]
    return [2 if isinstance(kind, SmallInteger) else 4 for kind in kinds]


def _rows(columns: Sequence[Ints | Blobs], sizes: Sequence[int]) -> bytes:
    """Return rows as they are copied."""
    numbers = [column for column in columns if not isinstance(column, Blobs)]
    if len(numbers) == len(columns):
        return _records(numbers, sizes).tobytes()
    return b"".join(chain.from_iterable(zip(*_fields(columns, sizes), strict=True)))


def _field(size: int, place: object = "") -> list[tuple[str, str]]:
    return [(f"length{place}", ">i4"), (f"value{place}", f">i{size}")]


def _records(columns: Sequence[Ints], sizes: Sequence[int]) -> NDArray[np.void]:
    """Return rows of nothing but integers, which are all of one length."""
    fields = [one for place, size in enumerate(sizes) for one in _field(size, place)]
    rows = np.zeros(columns[0].size, [("width", ">i2"), *fields])
    rows["width"] = len(columns)
    for place, column in enumerate(columns):
        rows[f"length{place}"] = sizes[place]
        rows[f"value{place}"] = column
    return rows


def _fields(columns: Sequence[Ints | Blobs], sizes: Sequence[int]) -> Iterable[Iterable[bytes]]:
    """Return, column after column, the fields of all rows: first the width of each row."""
    yield [len(columns).to_bytes(2, "big")] * length_of(columns[0])
    for column, size in zip(columns, sizes, strict=True):
        if isinstance(column, Blobs):
            lengths = np.diff(column.bounds).astype(">i4")
            yield _cut(lengths.tobytes(), 4)
            yield column.each()
        else:
            records = np.zeros(column.size, _field(size))
            records["length"], records["value"] = size, column
            yield _cut(records.tobytes(), 4 + size)


def _cut(data: bytes, size: int) -> list[bytes]:
    """Return bytes cut into parts of one size."""
    parts: list[bytes] = np.frombuffer(data, f"V{size}").tolist()
    return parts
