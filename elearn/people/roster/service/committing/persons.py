"""Persons entered, and mended, many at a time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import among
from elearn.db.bulk import new_keys, put_rows
from elearn.errors import InvalidInput
from elearn.people.models import Person
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.roster.service.committing.plans import Planned, told_of
from elearn.people.rules import NewPerson

#: What a person's entry says; the keys by which she is found and listed follow from it.
FIELDS = ("full_name", "given_name", "born_on", "birth_year", "gender", "phone")


def enter(db: Session, rows: Sequence[Planned], ledger: Ledger) -> dict[int, int]:
    """Enter those who are not known, and return the key of each by her row."""
    fresh = [one for one in rows if one.new is not None]
    keys = new_keys(db, Person, len(fresh))
    if not fresh:
        return {}
    names = tuple(sorted({name for one in fresh for name in one.new or {}}))
    values = [
        (key, *(row.new.get(name) for name in names))
        for key, row in zip(keys, fresh, strict=True)
        if row.new is not None
    ]
    put_rows(db, Person, ("id", *names), values)
    for key, row in zip(keys, fresh, strict=True):
        ledger.inserted(row.row_id, Person, key)
    return {row.row_id: key for key, row in zip(keys, fresh, strict=True)}


def mended(person: Person, row: Planned) -> dict[str, Any] | None:
    """Return the columns of a person that a row changes; None if what it says cannot be."""
    told = told_of(row.steps)
    hashed = {name: told.pop(name) for name in ("official_id_hash",) if name in told}
    if not told:
        return _other(person, hashed)
    current = {name: getattr(person, name) for name in FIELDS} | {"phone": person.phone or ""}
    if "full_name" in told and told["full_name"] != person.full_name:
        current["given_name"] = ""
    if "born_on" in told and "birth_year" not in told:
        current["birth_year"] = None
    try:
        return _other(person, NewPerson(**(current | told)).columns | hashed)
    except (InvalidInput, TypeError):
        return None


def _other(person: Person, columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: new for name, new in columns.items() if getattr(person, name) != new}


def mend(
    db: Session,
    actor: Actor,
    changes: Mapping[int, tuple[Person, dict[str, Any]]],
    ledger: Ledger,
    now: datetime,
) -> None:
    """Write down what entries should say, by row; what stood there is kept by the audit, too."""
    acts, values = list[audit.Acted](), list[dict[str, Any]]()
    for row_id, (person, columns) in changes.items():
        fields = [name for name in columns if name not in ("name_folded", "sort_key")]
        before = {name: _plain(getattr(person, name)) for name in fields}
        after = {name: _plain(columns[name]) for name in fields}
        ledger.edited(row_id, Person, person.id, (before, after))
        values.append({"id": person.id, **columns})
        told = {name: str(value) for name, value in before.items() if value is not None}
        told.pop("official_id_hash", None)
        details = {"fields": sorted(fields), "batch": ledger.batch.id}
        acts.append(audit.Acted(person.id, details, told))
    if values:
        db.execute(update(Person), values)
    audit.record_all(db, actor, ("edit", "person"), acts, now=now)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def known(db: Session, keys: Sequence[int]) -> dict[int, Person]:
    """Return the entries of these people as they are now."""
    found = select(Person).where(among(db, Person.id, keys))
    return {one.id: one for one in db.scalars(found.execution_options(populate_existing=True))}
