"""Persons whose entries say something else by now than a batch had them say."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.db import among
from elearn.people.roster.rules.steps import steps_from
from elearn.people.roster.service.committing.persons import known
from elearn.people.roster.service.committing.plans import said_by
from elearn.people.roster.service.undoing.written import Written


def edited(db: Session, rows: Sequence[Written]) -> list[tuple[Written, date | None]]:
    """Return the rows whose persons were edited since, with the day of it; the newest come first.

    Where one row edits what another did, the newer is thought away before the older is looked at.
    """
    found = list(_edited(db, rows))
    days = _edited_on(db, {key for _, key in found})
    return [(one, days.get(key)) for one, key in found]


def _edited(db: Session, rows: Sequence[Written]) -> Iterator[tuple[Written, int]]:
    keys = {key for one in rows for key, _ in _left(one)}
    said = {key: _said(person) for key, person in known(db, sorted(keys)).items()} if keys else {}
    for one in rows:
        for key, values in _left(one):
            if key in said and _differs(said[key], values):
                yield one, key
                break
        else:
            for edit in one.edits:
                said.get(edit.person_id, {}).update(edit.before)


def _differs(said: dict[str, Any], left: dict[str, Any]) -> bool:
    """Return whether somebody is not as she was left; whose row was emptied was forgotten."""
    return not left or any(said.get(name) != value for name, value in left.items())


def _left(row: Written) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give how a row left each person whom it edited or entered."""
    for edit in row.edits:
        yield edit.person_id, edit.after
    if row.entered:
        said = said_by(steps_from(row.told))
        yield row.entered, {name: _plain(value) for name, value in said.items()}


def _said(person: Any) -> dict[str, Any]:
    return {one.name: _plain(getattr(person, one.name)) for one in person.__table__.c}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _edited_on(db: Session, keys: set[int]) -> dict[int, date]:
    """Return when persons were edited, or forgotten, the last time."""
    if not keys:
        return {}
    entry = audit.AuditEntry
    edits = entry.subject == "person", entry.action.in_(("edit", "forget"))
    asked = select(entry.subject_id, func.max(entry.at)).where(*edits)
    found = db.execute(asked.where(among(db, entry.subject_id, keys)).group_by(entry.subject_id))
    return {key: clock.day_of(at) for key, at in found if key}
