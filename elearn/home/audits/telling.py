"""Entries told in sentences: who, what, to whom or what, by names where these may be known."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, people
from elearn.access import SHELL, Actor
from elearn.audit import AuditEntry
from elearn.home.audits.sentences import sentence
from elearn.home.audits.subjects import BY_PERSON, LABELS, PERSONS, Column
from elearn.people import Person
from elearn.text import Message, msg

_OPERATOR = msg("Người vận hành máy chủ")
_UNKNOWN = msg("Không rõ ai")
_BEYOND = msg("một người ngoài phạm vi được xem")
Thing = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as a page tells it."""

    at: datetime
    who: str | Message
    sentence: Message
    person_id: int | None
    origin: str
    seal_number: int | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is needed to tell some entries to one reader."""

    owners: dict[Thing, int]
    names: dict[int, str]
    seen: set[int]
    labels: dict[Thing, str]
    seals: dict[int, int]

    def name_of(self, thing: Thing) -> object:
        owner = self.owners.get(thing)
        if owner is not None and owner not in self.seen:
            return _BEYOND
        number = msg("số %(number)s", number=thing[1])
        return self.labels.get(thing, number) if owner is None else self.names.get(owner, number)

    def person_of(self, thing: Thing) -> int | None:
        owner = self.owners.get(thing)
        return owner if owner in self.seen else None


def tell(db: Session, actor: Actor, entries: Sequence[AuditEntry]) -> tuple[Told, ...]:
    """Tell entries to somebody who may see them: a query for each kind of thing, and four more.

    Whoever acted is named; she to whom it was done, only where the reader may know of her.
    """
    owners = _owners(db, entries)
    actors = {entry.person_id for entry in entries if entry.person_id}
    known = _Known(
        owners,
        _names(db, actors | set(owners.values())),
        _seen(db, actor, set(owners.values())),
        _labels(db, entries),
        audit.seal_numbers(db, [entry.id for entry in entries]),
    )
    return tuple(_told(entry, known) for entry in entries)


def _told(entry: AuditEntry, known: _Known) -> Told:
    thing = (entry.subject, entry.subject_id)
    return Told(
        at=entry.at,
        who=_who(entry, known.names),
        sentence=sentence(entry.subject, entry.action, known.name_of(thing)),
        person_id=known.person_of(thing),
        origin="" if entry.origin == SHELL else entry.origin,
        seal_number=known.seals.get(entry.id),
    )


def _who(entry: AuditEntry, names: dict[int, str]) -> str | Message:
    if entry.person_id is None:
        return _OPERATOR if entry.origin == SHELL else _UNKNOWN
    return names.get(entry.person_id, _UNKNOWN)


def _owners(db: Session, entries: Iterable[AuditEntry]) -> dict[Thing, int]:
    """Return by thing the person whose it is; one query for each kind."""
    keys = _keys(entries)
    found = {(kind, key): key for kind in BY_PERSON for key in keys.get(kind, ())}
    return _columns(db, keys, PERSONS) | found


def _labels(db: Session, entries: Iterable[AuditEntry]) -> dict[Thing, str]:
    return _columns(db, _keys(entries), LABELS)


def _columns(db: Session, keys: dict[str, set[int]], of: dict[str, Column]) -> dict[Thing, Any]:
    found: dict[Thing, Any] = {}
    for kind in keys.keys() & of.keys():
        column, key = of[kind], of[kind].class_.id
        rows = db.execute(select(key, column).where(key.in_(keys[kind])))
        found |= {(kind, number): value for number, value in rows}
    return found


def _keys(entries: Iterable[AuditEntry]) -> dict[str, set[int]]:
    keys: dict[str, set[int]] = {}
    for entry in entries:
        if entry.subject_id is not None:
            keys.setdefault(entry.subject, set()).add(entry.subject_id)
    return keys


def _names(db: Session, keys: Collection[int]) -> dict[int, str]:
    rows = db.execute(select(Person.id, Person.full_name).where(Person.id.in_(keys)))
    return dict(rows.all())


def _seen(db: Session, actor: Actor, keys: Collection[int]) -> set[int]:
    seen = select(Person.id).where(Person.id.in_(keys), people.visible_to(db, actor))
    return set(db.scalars(seen))
