"""Whole columns of integers out of the database and into it, without an object a row."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select
from sqlalchemy.orm import DeclarativeBase, Session

Ints = NDArray[np.int64]


class Blobs(NamedTuple):
    """Many short byte strings as one: the n-th lies between the n-th and the next of `bounds`."""

    data: bytes
    bounds: Ints


def columns(db: Session, asked: Select[Any]) -> tuple[Ints, ...]:
    """Return the answer's columns, each an array; they must be integers without NULL."""
    raise NotImplementedError


def put_columns(
    db: Session, table: type[DeclarativeBase], names: Sequence[str], arrays: Sequence[Ints | Blobs]
) -> None:
    """Insert rows given by their columns: integers, or byte strings."""
    raise NotImplementedError
