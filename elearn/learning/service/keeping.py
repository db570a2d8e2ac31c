"""The rows that a watch report touches: read and locked by one statement, written by one more.

This is the busiest path of all. The statements are put together once, and SQLite, which has no
statement that writes to several tables, takes the three parts of the second one after another.
"""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Table, Update, bindparam, inspect, select, update
from sqlalchemy.orm import Session

from elearn.db import Base
from elearn.learning.models import WatchBudget, WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import Form


class Record(NamedTuple):
    """All that a report touches."""

    session_id: int
    medium_version_id: int
    closed_at: datetime | None
    bits: bytes
    length: int
    seen_at: datetime | None
    required: bytes | None
    unspent: int
    grown_at: datetime
    told_interval: int
    claimed: bytes
    refused: bytes
    credited_seconds: int
    reports: int


def record_of(db: Session, person_id: int, token: str, form: Form) -> Record | None:
    """Return what a report for one of the person's sessions touches, and lock it.

    Nothing is returned if the session is not hers or has no evidence in this form yet.
    """
    values = {"the_token": token, "the_person": person_id, "the_form": form}
    row = db.connection().execute(_READ, values).one_or_none()
    return Record._make(row) if row else None


def lock_budget(db: Session, person_id: int) -> None:
    """Have the person's other reports wait until this transaction ends."""
    hers = select(WatchBudget.person_id).where(WatchBudget.person_id == person_id)
    db.execute(hers.with_for_update())


def keep(
    db: Session,
    key: tuple[int, int, int, Form],
    *,
    budget: dict[str, Any],
    map_: dict[str, Any],
    evidence: dict[str, Any],
) -> None:
    """Write the columns of the three rows; the key is person, medium version, session and form."""
    connection = db.connection()
    keys = dict(zip(("the_person", "the_version", "the_session", "the_form"), key, strict=True))
    parts = ((_BUDGET, budget), (_MAP, map_), (_EVIDENCE, evidence))
    if connection.dialect.name == "postgresql":
        connection.execute(_AT_ONCE, keys | _new(budget | map_ | evidence))
        return
    for statement, columns in parts:
        connection.execute(statement, keys | _new(columns))


def _new(columns: dict[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in columns.items()}


def _table(model: type[Base]) -> Table:
    table = inspect(model).local_table
    assert isinstance(table, Table)  # noqa: S101  # Each of ours is one.
    return table


def _update(model: type[Base], names: tuple[str, ...]) -> Update:
    table = _table(model)
    new = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    return update(table).values(new)


_PERSON: BindParameter[int] = bindparam("the_person")
_FORM = bindparam("the_form", type_=WatchEvidence.form.type)
_READ = (
    select(
        WatchSession.id,
        WatchSession.medium_version_id,
        WatchSession.closed_at,
        WatchMap.bits,
        WatchMap.length,
        WatchMap.seen_at,
        WatchMap.required,
        WatchBudget.unspent,
        WatchBudget.grown_at,
        WatchBudget.told_interval,
        WatchEvidence.claimed,
        WatchEvidence.refused,
        WatchEvidence.credited_seconds,
        WatchEvidence.reports,
    )
    .join(WatchBudget, WatchBudget.person_id == WatchSession.person_id)
    .join(
        WatchMap,
        (WatchMap.person_id == WatchSession.person_id)
        & (WatchMap.medium_version_id == WatchSession.medium_version_id),
    )
    .join(WatchEvidence, WatchEvidence.watch_session_id == WatchSession.id)
    .where(
        WatchSession.token == bindparam("the_token"),
        WatchSession.person_id == _PERSON,
        WatchEvidence.form == _FORM,
    )
    # All three are locked, so that after a wait all three are read anew.
    .with_for_update(of=[WatchBudget, WatchMap, WatchEvidence])
)
_BUDGET = _update(WatchBudget, ("unspent", "grown_at", "told_interval")).where(
    WatchBudget.person_id == _PERSON
)
_MAP = _update(WatchMap, ("bits", "seconds", "position", "changed_at", "seen_at")).where(
    WatchMap.person_id == _PERSON, WatchMap.medium_version_id == bindparam("the_version")
)
_EVIDENCE = _update(
    WatchEvidence, ("claimed", "refused", "credited_seconds", "reports", "last_at")
).where(WatchEvidence.watch_session_id == bindparam("the_session"), WatchEvidence.form == _FORM)
_AT_ONCE = _EVIDENCE.add_cte(_BUDGET.cte("budget"), _MAP.cte("map"))
