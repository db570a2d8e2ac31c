"""Human beings with all their entries, posts, plans and levels, as plain values."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import Person, PlannedPost, Qualification, Tenure
from elearn.people.queries.persons import canonical_id
from elearn.people.roster.models import RosterAlias
from elearn.people.roster.queries.digests import digests_of
from elearn.people.roster.queries.known.ground import Ground
from elearn.people.roster.queries.known.units import units_by_id
from elearn.people.roster.rules.known import KnownPerson, KnownPost, KnownUnit

P = Person
_Rows = dict[int, list[Any]]  # Rows, by the key of the human being.


def persons_by_id(db: Session, keys: Collection[int], ground: Ground) -> dict[int, KnownPerson]:
    """Return these human beings by the keys of their whole entries; eleven queries."""
    if not keys:
        return {}
    entries = _entries(db, keys)
    whole = {row.id: key for key, rows in entries.items() for row in rows}
    held = _by_whole(db.execute(_held(db, Tenure, whole, Tenure.end_reason)), whole)
    planned = _by_whole(db.execute(_held(db, PlannedPost, whole, PlannedPost.term)), whole)
    levels = _by_whole(db.execute(_levels(db, whole)), whole)
    called = _by_whole(db.execute(_called(db, whole)), whole)
    served = {row.org_unit_id for rows in (*held.values(), *planned.values()) for row in rows}
    ground.by_id |= units_by_id(db, served - ground.by_id.keys(), ground.gazetteer)
    digests = digests_of(db, entries.keys())
    return {
        key: KnownPerson(
            **_herself(key, rows),
            held=tuple(_post(row, ground.by_id) for row in held.get(key, ())),
            planned=tuple(_plan(row, ground.by_id) for row in planned.get(key, ())),
            levels=frozenset(row.level for row in levels.get(key, ())),
            called=frozenset(row.name_key for row in called.get(key, ())),
            digest=digests.get(key, ""),
        )
        for key, rows in entries.items()
    }


def _entries(db: Session, keys: Collection[int]) -> _Rows:
    """Return the rows of each human being, the one that stands for her first."""
    columns = P.id, P.full_name, P.born_on, P.birth_year, P.gender, P.phone, P.official_id_hash
    hers = or_(among(db, P.id, keys), among(db, P.same_as_id, keys))
    rows = select(*columns, canonical_id().label("whole")).where(hers)
    entries: _Rows = defaultdict(list)
    for row in db.execute(rows.order_by(P.same_as_id.is_not(None), P.id)):
        entries[row.whole].append(row)
    return entries


def _held(
    db: Session, kind: type[Tenure] | type[PlannedPost], whole: Collection[int], own: Any
) -> Any:
    columns = kind.person_id, kind.id, kind.post_key, kind.org_unit_id
    days = kind.valid_from, kind.valid_to, kind.decision
    rows = select(*columns, *days, own).where(among(db, kind.person_id, whole), kind.is_current())
    return rows.order_by(kind.id)


def _levels(db: Session, whole: Collection[int]) -> Any:
    kind = Qualification
    rows = select(kind.person_id, kind.level)
    return rows.where(among(db, kind.person_id, whole), kind.is_current())


def _called(db: Session, whole: Collection[int]) -> Any:
    kind = RosterAlias
    return select(kind.person_id, kind.name_key).where(among(db, kind.person_id, whole))


def _by_whole(rows: Iterable[Any], whole: Mapping[int, int]) -> _Rows:
    found: _Rows = defaultdict(list)
    for row in rows:
        found[whole[row.person_id]].append(row)
    return found


def _herself(key: int, rows: Sequence[Any]) -> dict[str, Any]:
    """Return what her entries tell: her own first, and from the others what hers lacks."""
    first = rows[0]
    return {
        "id": key,
        "names": tuple(dict.fromkeys(row.full_name for row in rows)),
        "phones": tuple(dict.fromkeys(row.phone for row in rows if row.phone)),
        **{
            name: next((some for row in rows if (some := getattr(row, name)) is not None), None)
            if len(rows) > 1
            else getattr(first, name)
            for name in ("born_on", "birth_year", "gender", "official_id_hash")
        },
    }


def _post(row: Row[Any], units: Mapping[int, KnownUnit]) -> KnownPost:
    return KnownPost(
        row.id,
        row.post_key,
        units[row.org_unit_id],
        row.valid_from,
        row.valid_to,
        row.decision,
        end_reason=row.end_reason,
    )


def _plan(row: Row[Any], units: Mapping[int, KnownUnit]) -> KnownPost:
    return KnownPost(
        row.id,
        row.post_key,
        units[row.org_unit_id],
        row.valid_from,
        row.valid_to,
        row.decision,
        term=row.term,
    )
