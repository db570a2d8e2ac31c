"""What is handed over: integers, and many short byte strings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Table

Ints = NDArray[np.int64]


class Blobs(NamedTuple):
    """Many short byte strings as one: the n-th lies between the n-th and the next of `bounds`."""

    data: bytes
    bounds: Ints

    def part(self, begin: int, end: int) -> "Blobs":
        """Return the strings from one place to before another."""
        return Blobs(self.data, self.bounds[begin : end + 1])

    def each(self) -> Iterator[bytes]:
        """Give the strings one by one."""
        bounds = self.bounds.tolist()
        return map(self.data.__getitem__, map(slice, bounds[:-1], bounds[1:]))


def length_of(column: Ints | Blobs) -> int:
    """Return of how many rows it is a column."""
    return (column.bounds.size - 1) if isinstance(column, Blobs) else column.size


def part_of(column: Ints | Blobs, begin: int, end: int) -> Ints | Blobs:
    """Return the rows of a column from one place to before another."""
    return column.part(begin, end) if isinstance(column, Blobs) else column[begin:end]


def adding(table: Table, names: Sequence[str]) -> str:
    """Return what an INSERT does where a row is there already: it adds to it."""
    keys = [column.name for column in table.primary_key]
    sums = (f"{name} = {table.name}.{name} + excluded.{name}" for name in names if name not in keys)
    return f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {', '.join(sums)}"
