"""Taking back what rows wrote: what was inserted is deleted, what it stood in place of restored."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import Base, among
from elearn.people.models import FoundWord, ListedTenure, Person
from elearn.people.roster.models import RosterAlias, RosterBatch, RosterChange, RosterRow
from elearn.people.roster.service.committing.persons import known
from elearn.people.roster.service.undoing.written import KINDS, Written, keys_by_table
from elearn.people.rules import NewPerson
from elearn.people.service.listing import refresh

_AS_IT_IS = {"synchronize_session": False}


def take_back(
    db: Session, actor: Actor, batch: RosterBatch, rows: Sequence[Written], *, now: datetime
) -> None:
    """Take back all that these rows wrote, but for units.

    :raise IntegrityError: if something refers to it after all.
    """
    inserted = keys_by_table([key for one in rows for key in one.inserted])
    superseded = keys_by_table([key for one in rows for key in one.superseded])
    gone = inserted.get(Person.__tablename__, [])
    _let_go(db, gone)
    for kind in KINDS:
        table: Any = kind
        if keys := inserted.get(kind.__tablename__):
            db.execute(delete(kind).where(among(db, table.id, keys)), execution_options=_AS_IT_IS)
        if keys := superseded.get(kind.__tablename__):
            again = update(kind).where(among(db, table.id, keys)).values(superseded_at=None)
            db.execute(again, execution_options=_AS_IT_IS)
    _restore(db, actor, batch, rows, now)
    _mark(db, rows, now)
    refresh(db, {*gone, *(one.person_id for one in rows if one.person_id)})


def _let_go(db: Session, person_ids: Sequence[int]) -> None:
    """Take away what follows from persons who go, and whom rows of files mean."""
    if not person_ids:
        return
    following: tuple[type[Base], ...] = (ListedTenure, FoundWord, RosterAlias)
    for kind in following:
        table: Any = kind
        hers = delete(kind).where(among(db, table.person_id, person_ids))
        db.execute(hers, execution_options=_AS_IT_IS)
    meant = update(RosterRow).where(among(db, RosterRow.person_id, person_ids))
    db.execute(meant.values(person_id=None), execution_options=_AS_IT_IS)


def _restore(
    db: Session, actor: Actor, batch: RosterBatch, rows: Sequence[Written], now: datetime
) -> None:
    """Have entries say what they said; what they say until now is kept by the audit."""
    changes = _by_person(rows)
    people = known(db, sorted(changes)) if changes else {}
    acts, values = list[audit.Acted](), list[dict[str, Any]]()
    for key, (before, after) in changes.items():
        if person := people.get(key):
            values.append({"id": key, **_columns(person, before)})
            told = {name: str(value) for name, value in after.items() if value is not None}
            told.pop("official_id_hash", None)
            details = {"fields": sorted(before), "batch": batch.id}
            acts.append(audit.Acted(key, details, told))
    if values:
        db.execute(update(Person), values)
    audit.record_all(db, actor, ("edit", "person"), acts, now=now)


def _by_person(rows: Sequence[Written]) -> dict[int, tuple[dict[str, Any], dict[str, Any]]]:
    """Return by person what she is to say again, and what she says; the rows are newest first."""
    found: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
    for edit in (edit for one in rows for edit in one.edits):
        before, after = found.setdefault(edit.person_id, ({}, {}))
        before.update(edit.before)
        after.update({name: value for name, value in edit.after.items() if name not in after})
    return found


def _columns(person: Person, before: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that bring back what stood there, with the keys that follow from it."""
    said = dict(before)
    if isinstance(born := said.get("born_on"), str):
        said["born_on"] = date.fromisoformat(born)
    name = {one: said.get(one, getattr(person, one)) for one in ("full_name", "given_name")}
    keys = NewPerson(**name).columns
    return said | {one: keys[one] for one in ("name_folded", "sort_key")}


def _mark(db: Session, rows: Sequence[Written], now: datetime) -> None:
    keys = [one.row_id for one in rows]
    for kind, condition in (
        (RosterRow, among(db, RosterRow.id, keys)),
        (RosterChange, among(db, RosterChange.row_id, keys) & RosterChange.of_table.in_(_TABLES)),
    ):
        done = update(kind).where(condition).values(undone_at=now)
        db.execute(done, execution_options=_AS_IT_IS)


_TABLES = [kind.__tablename__ for kind in KINDS]
