"""Posts begun, ended and mended, held or planned for, many at a time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.db.bulk import new_keys, put_rows
from elearn.people.models import PlannedPost, Tenure
from elearn.people.roster.rules.steps import Begin, Instead, UnitMeant
from elearn.people.roster.service.committing.ledger import Ledger
from elearn.people.roster.service.committing.units import Sameness, sameness

Kind = type[Tenure] | type[PlannedPost]
_DAYS = ("valid_from", "valid_to")
#: What a row of either table says; the last ones are the table's own.
_SAID = ("person_id", "post_key", "org_unit_id", "valid_from", "valid_to", "decision")
_OWN: Mapping[Kind, tuple[str, ...]] = {
    Tenure: ("end_reason", "end_decision"),
    PlannedPost: ("term",),
}


@dataclass(frozen=True, slots=True)
class Posts:
    """What some rows write of posts held, or planned for: each with its row and its person."""

    kind: Kind
    begins: Sequence[tuple[int, int, Begin]]
    insteads: Sequence[tuple[int, Instead]]


def columns_of(kind: Kind) -> tuple[str, ...]:
    """Return what a row of the table says, but for when we knew it."""
    return (*_SAID, *_OWN[kind])


def read_told(instead: Instead) -> dict[str, Any]:
    """Return what is told, days as days."""
    return {
        name: date.fromisoformat(value) if name in _DAYS and isinstance(value, str) else value
        for name, value in instead.told.items()
    }


def unit_id(unit: UnitMeant, founded: Mapping[Sameness, int]) -> int:
    """Return the key of the unit that is meant, which stands by now."""
    key = sameness(unit)
    return founded[key] if key else int(unit.id or 0)


def write_posts(
    db: Session, posts: Posts, units: Mapping[Sameness, int], ledger: Ledger, now: datetime
) -> None:
    """Supersede what is said otherwise, and write what holds now."""
    rows = [*_instead(db, posts, ledger, now), *_begun(posts, units)]
    keys, names = new_keys(db, posts.kind, len(rows)), columns_of(posts.kind)
    values = [(key, *values, now) for key, (_, values) in zip(keys, rows, strict=True)]
    put_rows(db, posts.kind, ("id", *names, "recorded_at"), values)
    for key, (row_id, _) in zip(keys, rows, strict=True):
        ledger.inserted(row_id, posts.kind, key)


def _begun(posts: Posts, units: Mapping[Sameness, int]) -> Iterable[tuple[int, tuple[Any, ...]]]:
    for row_id, person_id, one in posts.begins:
        said = (person_id, one.post_key, unit_id(one.unit, units), one.valid_from, one.valid_to)
        own = (one.end_reason, None) if posts.kind is Tenure else (one.term,)
        yield row_id, (*said, one.decision or None, *own)


def _instead(
    db: Session, posts: Posts, ledger: Ledger, now: datetime
) -> Iterable[tuple[int, tuple[Any, ...]]]:
    kind, keys = posts.kind, [one.id for _, one in posts.insteads]
    if not keys:
        return
    names = columns_of(kind)
    asked = select(kind.id, *(getattr(kind, name) for name in names)).where(
        among(db, kind.id, keys)
    )
    before = {row.id: row._asdict() for row in db.execute(asked)}
    gone = update(kind).where(among(db, kind.id, keys)).values(superseded_at=now)
    db.execute(gone, execution_options={"synchronize_session": False})
    for row_id, one in posts.insteads:
        said = before[one.id] | read_told(one)
        ledger.superseded(row_id, kind, one.id)
        yield row_id, tuple(said[name] for name in names)
