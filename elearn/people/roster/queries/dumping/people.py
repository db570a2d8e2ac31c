"""People with their posts, plans and levels, in the order of their names."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, tuple_
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import (
    Person,
    PlannedPost,
    Qualification,
    QualificationReview,
    Tenure,
)
from elearn.people.roster.queries.dumping.grounds import Ground, in_order, line, plain

_AT_ONCE = 2_000
_NOT_TOLD = {"id", "same_as_id", "name_folded", "sort_key"}  # Keys, and what follows from others.


def people_lines(db: Session, ground: Ground) -> Iterator[str]:
    """Give a line for each entry, by name; of one name in the order of what they say."""
    left: list[Any] = []
    for some in _pages(db, ground):
        rows = [*left, *some]
        newest = rows[-1].sort_key
        left = [row for row in rows if row.sort_key == newest]
        yield from _lines(db, ground, [row for row in rows if row.sort_key != newest])
    yield from _lines(db, ground, left)


def _pages(db: Session, ground: Ground) -> Iterator[Sequence[Any]]:
    columns = list(Person.__table__.c)
    asked = select(*columns).order_by(Person.sort_key, Person.id).limit(_AT_ONCE)
    if ground.asked_units is not None:
        asked = asked.where(_serves(ground.asked_units))
    last: tuple[bytes, int] | None = None
    while some := db.execute(_after(asked, last)).all():
        last = some[-1].sort_key, some[-1].id
        yield some


def _after(asked: Select[Any], last: tuple[bytes, int] | None) -> Select[Any]:
    if last is None:
        return asked
    return asked.where(tuple_(Person.sort_key, Person.id) > last)


def _serves(units: Select[int]) -> ColumnElement[bool]:
    """Return the condition that somebody holds, held or is planned for a post of these units."""
    held, planned = (
        select(kind.person_id).where(kind.is_current(), kind.org_unit_id.in_(units))
        for kind in (Tenure, PlannedPost)
    )
    return or_(Person.id.in_(held), Person.id.in_(planned))


def _lines(db: Session, ground: Ground, rows: Sequence[Any]) -> Iterator[str]:
    """Give the lines of these people: all of their names, so that those of one can be sorted."""
    told: dict[int, str] = {}
    for start in range(0, len(rows), _AT_ONCE):  # Very many may have one name.
        told |= _told(db, ground, rows[start : start + _AT_ONCE])
    for _, some in groupby(rows, key=attrgetter("sort_key")):
        yield from sorted(told[row.id] for row in some)


def _told(db: Session, ground: Ground, rows: Sequence[Any]) -> dict[int, str]:
    """Return the line of each of these people; six queries."""
    keys = [row.id for row in rows]
    posts, plans = _held(db, ground, Tenure, keys), _held(db, ground, PlannedPost, keys)
    levels, reviews = _levels(db, keys), _reviews(db, keys)
    wholes = _wholes(db, {row.same_as_id for row in rows if row.same_as_id})
    return {
        row.id: line(
            "person",
            {
                **_herself(row),
                "same_as": wholes.get(row.same_as_id),
                "posts": in_order(posts[row.id]),
                "planned": in_order(plans[row.id]),
                "levels": in_order(levels[row.id]),
                "reviewed": sorted(reviews[row.id]),
            },
        )
        for row in rows
    }


def _herself(row: Any) -> dict[str, Any]:
    said = {name: plain(value) for name, value in row._asdict().items() if name not in _NOT_TOLD}
    return {name: value for name, value in said.items() if value is not None}


def _wholes(db: Session, keys: Collection[int]) -> dict[int, dict[str, Any]]:
    if not keys:
        return {}
    asked = select(*Person.__table__.c).where(among(db, Person.id, keys))
    return {row.id: _herself(row) for row in db.execute(asked)}


def _held(
    db: Session, ground: Ground, kind: type[Tenure] | type[PlannedPost], keys: Sequence[int]
) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    told = [
        one
        for one in kind.__table__.c
        if one.name not in ("id", "org_unit_id", "recorded_at", "superseded_at", "person_id")
    ]
    asked = select(kind.person_id, kind.org_unit_id, *told).where(among(db, kind.person_id, keys))
    for row in db.execute(asked.where(kind.is_current())):
        said = {one.name: plain(getattr(row, one.name)) for one in told}
        found[row.person_id].append({"unit": ground.units[row.org_unit_id], **said})
    return found


def _levels(db: Session, keys: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    one = Qualification
    told = one.level, one.obtained_on, one.institution, one.paper
    asked = select(one.person_id, *told).where(among(db, one.person_id, keys), one.is_current())
    for row in db.execute(asked):
        said = {name: plain(value) for name, value in row._asdict().items() if name != "person_id"}
        found[row.person_id].append(said)
    return found


def _reviews(db: Session, keys: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    one = QualificationReview
    for key, year in db.execute(
        select(one.person_id, one.year).where(among(db, one.person_id, keys))
    ):
        found[key].append(year)
    return found
