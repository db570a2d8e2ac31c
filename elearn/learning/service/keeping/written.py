"""What reports change, written for all of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, Update, bindparam, func, inspect, update
from sqlalchemy.orm import Session

from elearn.db import Base
from elearn.learning.models import WatchBudget, WatchEvidence, WatchMap, WatchSession

Row = Mapping[str, Any]
_KEYS = {
    WatchBudget: ("person_id",),
    WatchMap: ("person_id", "medium_version_id"),
    WatchEvidence: ("watch_session_id", "form"),
    WatchSession: ("id",),
}
_COLUMNS = {
    WatchBudget: (
        *("unspent", "grown_at", "told_interval"),
        *("leased_unspent", "leased_owed", "leased_grown_at"),
    ),
    WatchMap: ("bits", "seconds", "position", "changed_at", "seen_at", "seen_by"),
    WatchEvidence: (
        *("claimed", "refused", "credited_seconds", "reports", "last_at"),
        *("device_first_at", "device_last_at"),
    ),
    WatchSession: ("closed_at", "clock_ahead_ms"),
}


@dataclass(slots=True)
class Written:
    """The rows to write, each with its keys and all the columns that reports change."""

    budgets: list[Row] = field(default_factory=list)
    maps: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    sessions: list[Row] = field(default_factory=list)


def write(db: Session, rows: Written) -> None:
    """Write the rows: by one statement, or, on SQLite, by one for each table."""
    if not rows.evidence:
        return
    connection = db.connection()
    parts = ((WatchBudget, rows.budgets), (WatchMap, rows.maps), (WatchEvidence, rows.evidence))
    if connection.dialect.name == "postgresql":
        _at_once(connection, parts)
    else:
        for model, changed in parts:
            _one_by_one(connection, model, changed)
    _one_by_one(connection, WatchSession, rows.sessions)


def _one_by_one(connection: Connection, model: type[Base], rows: Sequence[Row]) -> None:
    if rows:
        given = [{f"new_{name}": value for name, value in row.items()} for row in rows]
        connection.execute(_update(model), given)


@cache
def _update(model: type[Base]) -> Update:
    columns = _table(model).c

    def new(name: str) -> Any:
        return bindparam(f"new_{name}", type_=columns[name].type)

    def said(name: str) -> Any:
        # Sessions are not locked: what another report wrote meanwhile was first, and stays.
        return func.coalesce(columns[name], new(name)) if model is WatchSession else new(name)

    changed = update(_table(model)).values({name: said(name) for name in _COLUMNS[model]})
    return changed.where(*(columns[name] == new(name) for name in _KEYS[model]))


def _table(model: type[Base]) -> Table:
    table = inspect(model).local_table
    assert isinstance(table, Table)  # noqa: S101  # Each of ours is one.
    return table


def _at_once(connection: Connection, parts: Sequence[tuple[type[Base], Sequence[Row]]]) -> None:
    """Have the database walk through columns of new values, of three tables in one statement."""
    values = {
        f"{_table(model).name}_{name}": [row[name] for row in rows]
        for model, rows in parts
        for name in (*_KEYS[model], *_COLUMNS[model])
    }
    connection.exec_driver_sql(_statement(connection.dialect), values)


@cache
def _statement(dialect: Any) -> str:
    budget, kept, evidence = (
        _updating(dialect, model) for model in (WatchBudget, WatchMap, WatchEvidence)
    )
    return f"WITH budget AS ({budget}), map AS ({kept}) {evidence}"


def _updating(dialect: Any, model: type[Base]) -> str:
    """Return the part for one table; its columns come as bytes, since maps as text weigh double."""
    table, names = _table(model), (*_KEYS[model], *_COLUMNS[model])
    kinds = [table.c[name].type.compile(dialect) for name in names]
    arrays = ", ".join(
        f"%({table.name}_{name})b::{kind}[]" for name, kind in zip(names, kinds, strict=True)
    )
    sets = ", ".join(f"{name} = new.{name}" for name in _COLUMNS[model])
    same = " AND ".join(f"old.{name} = new.{name}" for name in _KEYS[model])
    return (
        f"UPDATE {table.name} AS old SET {sets} "  # noqa: S608  # names of ours
        f"FROM unnest({arrays}) AS new({', '.join(names)}) WHERE {same}"
    )
