"""What an area, ended or not, is on a day: lineage followed through however many changes.

A level that was abolished left no lineage of its own: a district is told by what lay in it on its
last day.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, exists, or_, select, true
from sqlalchemy.orm import Session, aliased

from elearn.areas.models import Area, AreaLineage, AreaVersion, Passage
from elearn.areas.queries.versions import area_by_id, versions_of
from elearn.areas.rules import Level

V = AreaVersion
Heirs = dict[int, tuple["Present", ...]]
#: Aliases are made once: whoever lists a person, or holds a right over what ended, asks each time.
_STILL, _PARENT, _LATER = (aliased(AreaVersion) for _ in range(3))
_AT_ONCE = 10_000  # Well below the values that one statement may carry on either database.


@dataclass(frozen=True, slots=True)
class Present:
    """An area that stands on the day, which the one asked about is, or passed into.

    `is_whole`: all of it did. `is_default`: who is looked for there is looked for here first; an
    abolished district that became several communes has no such heir.
    """

    area_id: int
    path: str
    is_whole: bool
    is_default: bool


def present_of(db: Session, area_ids: Iterable[int], day: date) -> Heirs:
    """Return what each of the areas is on the day: itself while it stands, else its heirs.

    The likeliest heir comes first; nothing is told of what had not begun. Of every 10,000 areas it
    takes one query, and at most five more for those that no longer stand.
    """
    found: Heirs = {}
    wanted = iter(set(area_ids))
    while some := list(islice(wanted, _AT_ONCE)):
        found |= (there := _themselves(db, some, day))
        if ended := [key for key in some if key not in there]:
            found |= _presents(db, ended, day)
    return found


def heirs_of(db: Session, area_id: int, day: date) -> tuple[str, ...]:
    """Return the paths that a right over this area reaches on the day; at most four queries.

    Its own while it stands. After its end exactly the communes into which its communes of the last
    day passed whole, or divided with this one as the default heir: never the rest of what they now
    lie in.

    :raise NotFound: if there is no such area.
    """
    area = area_by_id(db, area_id)
    known = [version for version in versions_of(db, area.id) if version.valid_from <= day]
    if not known:
        return ()
    if known[-1].is_valid_on(day):
        return (known[-1].path,)
    walked = db.execute(_standing(_walk(_communes_at_the_end(db, known[-1]), day), day))
    return tuple(sorted({row.path for row in walked if row.is_default}))


def _communes_at_the_end(db: Session, last: AreaVersion) -> Select[int]:
    """Return the keys of the communes of an ended area, or its own if it had none."""
    lay_in_it = and_(V.path.like(last.path + "%"), V.valid_on(last.valid_to or last.valid_from))
    communes = (
        select(V.area_id)
        .join(Area, Area.id == V.area_id)
        .where(lay_in_it, V.is_current(), Area.level == Level.COMMUNE)
    )
    if db.scalar(communes.limit(1)) is None:
        return select(Area.id).where(Area.id == last.area_id)
    return communes


def _themselves(db: Session, area_ids: Collection[int], day: date) -> Heirs:
    """Return those of the areas that stand on the day, which are nearly always all of them."""
    these = V.area_id.in_(area_ids), V.valid_on(day), V.is_current()
    rows = db.execute(select(V.area_id, V.path).where(*these))
    return {key: (Present(key, path, is_whole=True, is_default=True),) for key, path in rows}


def _presents(db: Session, area_ids: Collection[int], day: date) -> Heirs:
    lay_in = dict(_below_abolished(db, area_ids, day))
    starts = {*area_ids, *(key for below in lay_in.values() for key in below)}
    routes: dict[int, list[Present]] = {}
    chosen = select(Area.id).where(Area.id.in_(starts))
    for row in db.execute(_standing(_walk(chosen, day), day)):
        heir = Present(row.area_id, row.path, row.is_whole, row.is_default)
        routes.setdefault(row.origin, []).append(heir)
    told = {
        key: _merged([heir for start in lay_in.get(key, [key]) for heir in routes.get(start, [])])
        for key in area_ids
    }
    return {
        key: _of_a_level(heirs) if key in lay_in else heirs for key, heirs in told.items() if heirs
    }


def _merged(routes: Iterable[Present]) -> tuple[Present, ...]:
    """Return each heir once, the likeliest first; parts that meet again are whole again."""
    heirs: dict[int, list[Present]] = {}
    for route in routes:
        heirs.setdefault(route.area_id, []).append(route)
    merged = [
        Present(
            key,
            ways[0].path,
            any(way.is_whole for way in ways) or (len(heirs) == 1 and len(ways) > 1),
            any(way.is_default for way in ways),
        )
        for key, ways in heirs.items()
    ]
    return tuple(sorted(merged, key=lambda heir: (not heir.is_default, heir.path)))


def _of_a_level(heirs: tuple[Present, ...]) -> tuple[Present, ...]:
    """Return the heirs of an area whose level was abolished: one has all of it, or none has."""
    alone = len(heirs) == 1
    return tuple(Present(heir.area_id, heir.path, alone, alone) for heir in heirs)


def _below_abolished(
    db: Session, area_ids: Collection[int], day: date
) -> Iterator[tuple[int, list[int]]]:
    """Yield, for each area that ended without lineage, what lay in it on its last day."""
    parent, came_later = _PARENT, _LATER
    goes_on = exists().where(
        came_later.area_id == parent.area_id,
        came_later.superseded_at.is_(None),
        came_later.valid_from > parent.valid_to,
        came_later.valid_from <= day,
    )
    passed = exists().where(AreaLineage.from_area_id == parent.area_id)
    lay_in = (
        select(parent.area_id, V.area_id)
        .join(parent, and_(parent.area_id == V.parent_id, parent.superseded_at.is_(None)))
        .where(V.parent_id.in_(area_ids), V.is_current(), parent.valid_to < day, ~goes_on, ~passed)
        .where(V.valid_from <= parent.valid_to)
        .where(or_(V.valid_to.is_(None), V.valid_to >= parent.valid_to))
    )
    below: dict[int, list[int]] = {}
    for key, child in db.execute(lay_in):
        below.setdefault(key, []).append(child)
    if below:
        starts = {child for children in below.values() for child in children}
        deeper = dict(_below_abolished(db, starts, day))
        for key, children in below.items():
            yield key, [one for child in children for one in deeper.get(child, [child])]


def _walk(starts: Select[int], day: date) -> CTE:
    """Return the areas reached from each start by steps of lineage up to the day.

    A step counts only where the area had ended: a part given away takes nobody with it.
    """
    start = starts.subquery()
    key = start.c[0]
    begun = key.label("origin"), key.label("area_id")
    all_of_it = true().label("is_whole"), true().label("is_default")
    walk = select(*begun, *all_of_it).cte("walk", recursive=True)
    whole = AreaLineage.kind == Passage.WHOLE
    step = select(
        walk.c.origin,
        AreaLineage.to_area_id,
        and_(walk.c.is_whole, whole),
        and_(walk.c.is_default, or_(AreaLineage.is_default, whole)),
    ).where(AreaLineage.from_area_id == walk.c.area_id, AreaLineage.happened_on <= day, _ended())
    return walk.union(step)


def _ended() -> ColumnElement[bool]:
    """Return the condition that what is passed on no longer stood on the day it was."""
    return ~exists().where(
        _STILL.area_id == AreaLineage.from_area_id,
        _STILL.superseded_at.is_(None),
        _STILL.valid_from <= AreaLineage.happened_on,
        or_(_STILL.valid_to.is_(None), _STILL.valid_to >= AreaLineage.happened_on),
    )


def _standing(walk: CTE, day: date) -> Select[Any]:
    return (
        select(walk.c.origin, V.area_id, V.path, walk.c.is_whole, walk.c.is_default)
        .join(V, V.area_id == walk.c.area_id)
        .where(V.valid_on(day), V.is_current())
    )
