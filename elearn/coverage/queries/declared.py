"""What areas and units declared of a group, laid upon a map."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.coverage.queries.extents import Extent, placed
from elearn.coverage.rules.declared import Declared

_H, _V = people.Headcount, areas.AreaVersion


def declared_in(db: Session, extent: Extent, group: str) -> list[Declared]:
    """Return the last declarations up to the day that lie in the area on its map; few queries.

    On a map of another day an area that has ended lies in what it passed into: in its heir if all
    of it did, else no deeper than in what its heirs have in common, for no number is divided.
    """
    areas_told = (
        _restated(db, extent, group) if extent.restated_to else _as_it_was(db, extent, group)
    )
    return [*areas_told, *_of_units(db, extent, group)]


def _as_it_was(db: Session, extent: Extent, group: str) -> list[Declared]:
    there = _latest(extent, group).join(_V, _V.area_id == _H.area_id).add_columns(_V.path)
    stands = _V.valid_on(extent.day) & _V.is_current()
    rows = db.execute(there.where(stands, areas.below([extent.area.path])))
    return [_declared(row, path, path) for *row, path in rows]


def _latest(extent: Extent, group: str) -> Select[int, int | None, date, str | None]:
    """Return the last declarations up to the day as columns: place, number, day, paper."""
    latest = people.latest_headcounts([group], extent.day, known_at=extent.known_at)
    place = func.coalesce(_H.area_id, _H.org_unit_id)
    return latest.with_only_columns(place, _H.number, _H.as_of, _H.source)


def _declared(row: Sequence[Any], path: str, origin: str) -> Declared:
    _place, number, as_of, source = row
    return Declared(path, origin, number, as_of, source or "")


def _restated(db: Session, extent: Extent, group: str) -> list[Declared]:
    grown = _grown(db, extent.borders_on)
    rows = {
        row[0]: row
        for row in db.execute(_latest(extent, group).where(_H.area_id.is_not(None)))
        if row.as_of < grown.get(row[0], date.max)
    }
    heirs = areas.present_of(db, rows, extent.borders_on)
    origins = _origins(db, rows, extent.day)
    spots = dict(_spots(heirs, origins))
    return [
        _declared(rows[key], path, origins[key][0])
        for key, path in spots.items()
        if path.startswith(extent.area.path)
    ]


def _grown(db: Session, day: date) -> dict[int, date]:
    """Return the areas that others passed into after the day, and when first they did.

    What they declared from then on is of more than they are on a map of the day.
    """
    step = areas.AreaLineage
    rows = db.execute(
        select(step.to_area_id, func.min(step.happened_on))
        .where(step.happened_on > day)
        .group_by(step.to_area_id)
    )
    return dict(rows.all())


def _origins(db: Session, area_ids: Iterable[int], day: date) -> dict[int, tuple[str, bool]]:
    """Return where each area lay on the day, or lay last before it, and whether it stood then."""
    lay = select(_V.area_id, _V.path, _V.valid_to).where(
        _V.area_id.in_(list(area_ids)), _V.valid_from <= day, _V.is_current()
    )
    return {
        key: (path, until is None or until >= day)
        for key, path, until in db.execute(lay.order_by(_V.valid_from))
    }


def _spots(
    heirs: Mapping[int, tuple[areas.Present, ...]], origins: Mapping[int, tuple[str, bool]]
) -> Iterator[tuple[int, str]]:
    """Give where the number of each area lies on the map: of one that took others in, beside them.

    What ended before the day has an heir that speaks for it; only an older map still shows it.
    """
    spots: dict[int, str] = {}
    joined: dict[str, set[int]] = defaultdict(set)
    for key, found in heirs.items():
        stays = len(found) == 1 and found[0].area_id == key
        if key in origins and (stays or origins[key][1]):
            spots[key] = found[0].path if stays else _in_common(found)
            joined[spots[key]].add(key)
    for path, keys in joined.items():
        for key in keys:
            is_alone = keys == {key} and path.endswith(f"/{key}/")
            yield key, path if is_alone else f"{path}a{key}/"


def _in_common(heirs: Iterable[areas.Present]) -> str:
    """Return the deepest path in which all of them lie."""
    common: list[str] = []
    for keys in zip(*(heir.path.strip("/").split("/") for heir in heirs), strict=False):
        if len(set(keys)) > 1:
            break
        common.append(keys[0])
    return f"/{'/'.join(common)}/"


def _of_units(db: Session, extent: Extent, group: str) -> list[Declared]:
    """Return what units declared; those whose parent did in the same area lie within it."""
    stand = placed(extent).subquery()
    found = _latest(extent, group).join(stand, stand.c.org_unit_id == _H.org_unit_id)
    found = found.join(people.OrgUnit, people.OrgUnit.id == _H.org_unit_id)
    rows = db.execute(found.add_columns(stand.c.path, people.OrgUnit.parent_id)).all()
    spots = {(path, row[0]) for *row, path, _ in rows}
    told = []
    for *row, path, parent in rows:
        within = f"{path}u{parent}/" if (path, parent) in spots else path
        spot = f"{within}u{row[0]}/"
        told.append(_declared(row, spot, spot))
    return told
