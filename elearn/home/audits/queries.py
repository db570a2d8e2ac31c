"""Pages of the audit: what an actor may see, narrowed down, the latest first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.access import Actor
from elearn.accounts import Account
from elearn.audit import AuditEntry, looks_at
from elearn.home.audits.sight import visible_to
from elearn.home.audits.subjects import whose
from elearn.home.audits.telling import Told, tell
from elearn.people import Person
from elearn.text import fold, nfc

PAGE = 50
LOOKED_THROUGH = 10_000
_DAYS = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; without days, the last thirty."""

    first: date
    last: date
    who: str = ""
    act: tuple[str, str] | None = None
    subject: str = ""
    person: int | None = None

    @classmethod
    def lately(cls, today: date) -> "Wanted":
        return cls(today - timedelta(days=_DAYS), today)


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One page, and the entry before which the next begins, if there is more."""

    rows: tuple[Told, ...]
    next_before: int | None


def audit_page(
    db: Session, actor: Actor, wanted: Wanted, *, before: int | None = None
) -> AuditPage:
    """Return the latest acts before one; a bounded number of queries, however much there is.

    Who answers for one commune of the country may see one entry of ten thousand; so a page looks
    through so many entries at the most, and may hold few although there are more.
    """
    found = _before(db, select(AuditEntry).where(*_narrowed(wanted)), before)
    found = found.order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
    edge = db.scalar(found.offset(LOOKED_THROUGH - 1).limit(1))
    seen = found.where(visible_to(db, actor), *_about(db, actor, wanted), *_until(edge))
    entries = db.scalars(seen.limit(PAGE + 1)).all()
    shown = entries[:PAGE]
    last = shown[-1] if len(entries) > PAGE else edge
    return AuditPage(tell(db, actor, shown), last.id if last else None)


def _until(edge: AuditEntry | None) -> list[ColumnElement[bool]]:
    return [tuple_(AuditEntry.at, AuditEntry.id) >= (edge.at, edge.id)] if edge else []


def _about(db: Session, actor: Actor, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return the condition that it was done to a person; of who may not be seen, nothing was.

    An act of somebody near may be seen although she to whom it was done is not named.
    """
    if not wanted.person:
        return []
    seen = select(Person.id).where(people.visible_to(db, actor))
    hers = people.entry_ids(wanted.person).where(Person.id.in_(seen))
    return [whose().in_(hers)]


def looks_at_person(db: Session, actor: Actor, person_ids: Collection[int]) -> Sequence[Told]:
    """Return who looked at a person's record, other than herself, the latest first."""
    looks = [one for one in looks_at(db, person_ids) if one.person_id not in person_ids]
    return tell(db, actor, looks)


def _narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    entry = AuditEntry
    found = [
        entry.at >= _midnight(wanted.first),
        entry.at < _midnight(wanted.last + timedelta(days=1)),
    ]
    if words := fold(nfc(wanted.who)).split():
        held = select(Person.id).join(Account, Account.person_id == Person.id)
        named = [Person.name_folded.contains(word, autoescape=True) for word in words]
        found.append(entry.person_id.in_(held.where(*named)))
    if wanted.act:
        found += [entry.subject == wanted.act[0], entry.action == wanted.act[1]]
    if wanted.subject:
        found.append(entry.subject == wanted.subject)
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.ZONE)


def _before(db: Session, found: Select[AuditEntry], before: int | None) -> Select[AuditEntry]:
    last = db.get(AuditEntry, before) if before else None
    if last is None:
        return found
    return found.where(tuple_(AuditEntry.at, AuditEntry.id) < (last.at, last.id))
