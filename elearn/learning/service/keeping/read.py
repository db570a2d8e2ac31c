"""What reports touch, as it stands: read and locked by one statement, person after person."""

import json
from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Select,
    String,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.orm import Session

from elearn.learning.models import WatchBudget, WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import Form, SessionKind


class Record(NamedTuple):
    """All that a report in one form of one watch session touches."""

    token: str
    form: Form
    session_id: int
    person_id: int
    medium_version_id: int
    kind: SessionKind
    opened_at: datetime
    closed_at: datetime | None
    clock_ahead_ms: int | None
    bits: bytes
    length: int
    position: int
    changed_at: datetime
    seen_at: datetime | None
    seen_by: int | None
    required: bytes | None
    unspent: int
    grown_at: datetime
    told_interval: int
    leased_unspent: int
    leased_owed: int
    leased_grown_at: datetime | None
    claimed: bytes
    refused: bytes
    credited_seconds: int
    reports: int
    last_at: datetime
    device_first_at: datetime | None
    device_last_at: datetime | None


def records_of(db: Session, tokens: Collection[str]) -> list[Record]:
    """Return and lock what reports for these sessions touch, in all forms that have begun.

    Locks are taken in one order, so that two who keep many reports wait for each other at most.
    """
    connection = db.connection()
    rows = connection.execute(_read(connection.dialect.name), _asked(connection, tokens)).all()
    return [Record._make(row) for row in rows]


def forms_begun(db: Session, tokens: Collection[str]) -> set[tuple[int, str, Form]]:
    """Return whose sessions these are, by their tokens, and in which forms they have begun."""
    connection = db.connection()
    rows = connection.execute(_begun(connection.dialect.name), _asked(connection, tokens))
    return {(person_id, token, form) for person_id, token, form in rows}


def hold_budgets(connection: Connection, tokens: Collection[str]) -> None:
    """Lock the budgets of those whose sessions these are, in the order of `records_of`."""
    connection.execute(_budgets(connection.dialect.name), _asked(connection, tokens)).all()


def _asked(connection: Connection, tokens: Collection[str]) -> dict[str, Any]:
    is_postgresql = connection.dialect.name == "postgresql"
    return {"tokens": sorted(tokens) if is_postgresql else json.dumps(sorted(tokens))}


@cache
def _begun(dialect: str) -> Select[int, str, Form]:
    return (
        select(WatchSession.person_id, WatchSession.token, WatchEvidence.form)
        .join(WatchEvidence, WatchEvidence.watch_session_id == WatchSession.id)
        .where(_named(dialect))
    )


@cache
def _budgets(dialect: str) -> Select[Any]:
    hers = select(WatchSession.person_id).where(_named(dialect))
    budgets = select(WatchBudget.person_id).where(WatchBudget.person_id.in_(hers))
    return budgets.order_by(WatchBudget.person_id).with_for_update()


@cache
def _read(dialect: str) -> Select[Any]:
    """Return the statement, put together once."""
    return (
        select(WatchSession.token, WatchEvidence.form, WatchSession.id, WatchSession.person_id)
        .add_columns(WatchSession.medium_version_id, WatchSession.kind, WatchSession.opened_at)
        .add_columns(WatchSession.closed_at, WatchSession.clock_ahead_ms)
        .add_columns(WatchMap.bits, WatchMap.length, WatchMap.position, WatchMap.changed_at)
        .add_columns(WatchMap.seen_at, WatchMap.seen_by, WatchMap.required)
        .add_columns(WatchBudget.unspent, WatchBudget.grown_at, WatchBudget.told_interval)
        .add_columns(WatchBudget.leased_unspent, WatchBudget.leased_owed)
        .add_columns(WatchBudget.leased_grown_at)
        .add_columns(WatchEvidence.claimed, WatchEvidence.refused, WatchEvidence.credited_seconds)
        .add_columns(WatchEvidence.reports, WatchEvidence.last_at)
        .add_columns(WatchEvidence.device_first_at, WatchEvidence.device_last_at)
        .join(WatchBudget, WatchBudget.person_id == WatchSession.person_id)
        .join(
            WatchMap,
            (WatchMap.person_id == WatchSession.person_id)
            & (WatchMap.medium_version_id == WatchSession.medium_version_id),
        )
        .join(WatchEvidence, WatchEvidence.watch_session_id == WatchSession.id)
        .where(_named(dialect), WatchSession.kind != SessionKind.SHARED)
        .order_by(WatchSession.person_id, WatchSession.id)
        # All three are locked, so that after a wait all three are read anew.
        .with_for_update(of=[WatchBudget, WatchMap, WatchEvidence])
    )


def _named(dialect: str) -> ColumnElement[bool]:
    if dialect == "postgresql":
        return WatchSession.token == any_(bindparam("tokens", type_=ARRAY(String)))
    listed = func.json_each(bindparam("tokens", type_=String)).table_valued("value")
    return WatchSession.token.in_(select(listed.c.value))
