"""Rows that are written once: a flush that would change or remove one is stopped."""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import Mapper, object_session


class Unalterable:
    """What was said on paper is never said otherwise; what follows is a further row."""


def _refuse_alteration(_mapper: Mapper[Any], _connection: Connection, row: Unalterable) -> None:
    session = object_session(row)
    if session is None or session.is_modified(row, include_collections=False):
        raise ValueError(f"a {type(row).__name__} is never altered")


def _refuse_removal(_mapper: Mapper[Any], _connection: Connection, row: Unalterable) -> None:
    raise ValueError(f"a {type(row).__name__} is never removed")


event.listen(Unalterable, "before_update", _refuse_alteration, propagate=True)
event.listen(Unalterable, "before_delete", _refuse_removal, propagate=True)
