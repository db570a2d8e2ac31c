"""Rows that are written once: a flush that would change or remove one is stopped.

The database stops whatever goes past the session, too: a bulk statement, a hand in a shell.
"""

from typing import Any

from sqlalchemy import Connection, Table, event
from sqlalchemy.orm import Mapper, object_session

_REFUSE = """CREATE OR REPLACE FUNCTION refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is never altered',
ERRCODE = 'integrity_constraint_violation'; END $$"""
_POSTGRESQL = """CREATE TRIGGER never_altered BEFORE {1} ON {0}
FOR EACH ROW EXECUTE FUNCTION refuse_alteration()"""
_SQLITE = """CREATE TRIGGER {0}_no_{1} BEFORE {1} ON {0}
BEGIN SELECT RAISE(ABORT, '{0} is never altered'); END"""


class Unalterable:
    """What was once said is never said otherwise; what follows is a further row."""


def guard(table: Table, connection: Connection, **_: Any) -> None:
    """Have the database itself refuse to alter or remove rows of a table that was just made."""
    _refuse(table, connection, "UPDATE", "DELETE")


def guard_from_change(table: Table, connection: Connection, **_: Any) -> None:
    """Have the database itself refuse to alter rows of a new table; they may be removed."""
    _refuse(table, connection, "UPDATE")


def _refuse(table: Table, connection: Connection, *acts: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_REFUSE)
        connection.exec_driver_sql(_POSTGRESQL.format(table.name, " OR ".join(acts)))
        return
    for act in acts:
        connection.exec_driver_sql(_SQLITE.format(table.name, act))


def _refuse_alteration(_mapper: Mapper[Any], _connection: Connection, row: Unalterable) -> None:
    session = object_session(row)
    if session is None or session.is_modified(row, include_collections=False):
        raise ValueError(f"a {type(row).__name__} is never altered")


def _refuse_removal(_mapper: Mapper[Any], _connection: Connection, row: Unalterable) -> None:
    raise ValueError(f"a {type(row).__name__} is never removed")


event.listen(Unalterable, "before_update", _refuse_alteration, propagate=True)
event.listen(Unalterable, "before_delete", _refuse_removal, propagate=True)
