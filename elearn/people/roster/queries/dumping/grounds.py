"""Where units stand, in words, and which of them are asked for."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.db import among
from elearn.people.models import Headcount, OrgUnit, OrgUnitPlace


@dataclass(frozen=True, slots=True)
class Ground:
    """Areas and units by their keys as they are named, and the units asked for, if not all."""

    areas: dict[int, str]
    units: dict[int, str]
    asked_units: Select[int] | None = None
    asked_areas: Select[int] | None = None


def ground_of(db: Session, area: areas.AreaVersion | None) -> Ground:
    """Return how all areas and units are named; five queries."""
    named = _areas(db)
    units = _units(db, named)
    if area is None:
        return Ground(named, units)
    version, place = areas.AreaVersion, OrgUnitPlace
    within = select(version.area_id).where(areas.below(areas.reach_of(db, [area.path])))
    standing = select(place.org_unit_id).where(place.area_id.in_(within))
    return Ground(named, units, standing, within)


def line(kind: str, told: dict[str, Any]) -> str:
    """Return a line: what is empty is left out, and names are in one order."""
    said = {"kind": kind} | {key: plain(value) for key, value in told.items()}
    kept = {key: value for key, value in said.items() if value not in (None, "", [], {})}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def plain(value: Any) -> Any:
    """Return a value as it is written; what began before our records has no beginning."""
    if isinstance(value, date | datetime):
        return None if value == date.min else value.isoformat()
    return value.value if isinstance(value, Enum) else value


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return plain objects in an order that follows from what they say."""
    bare = [{key: one for key, one in row.items() if one not in (None, "", [])} for row in rows]
    return sorted(bare, key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True))


def _areas(db: Session) -> dict[int, str]:
    """Return the last name of each area of which anything is told, with those above it."""
    told = select(OrgUnitPlace.area_id).union(select(Headcount.area_id)).subquery()
    asked = set(db.scalars(select(told.c.area_id).where(told.c.area_id.is_not(None))))
    last = _last(db, asked)
    above = {key: _keys(row.path)[1:] for key, row in last.items()}
    last |= _last(db, {one for keys in above.values() for one in keys} - set(last))
    return {
        key: ", ".join(
            [f"{last[key].full_name} ({last[key].code})"]
            + [last[one].full_name for one in reversed(keys) if one != key]
        )
        for key, keys in above.items()
    }


def _keys(path: str) -> list[int]:
    return [int(one) for one in path.strip("/").split("/")]


def _last(db: Session, keys: Collection[int]) -> dict[int, Any]:
    """Return the last version of each of these areas."""
    version = areas.AreaVersion
    asked = select(version.area_id, version.full_name, version.code, version.path)
    mine = among(db, version.area_id, keys), version.is_current()
    found = db.execute(asked.where(*mine).order_by(version.valid_from, version.id))
    return {row.area_id: row for row in found}


def _units(db: Session, named: dict[int, str]) -> dict[int, str]:
    """Return of each unit what it is, what it is called and where it stood last."""
    place, unit = OrgUnitPlace, OrgUnit
    stood = db.execute(select(place.org_unit_id, place.area_id).order_by(place.valid_from))
    last = defaultdict(str, {key: named[area] for key, area in stood})
    found = db.execute(select(unit.id, unit.kind, unit.name, unit.valid_from))
    return {
        key: f"{kind.value}: {name}, {last[key]}" + (f", {since}" if since > date.min else "")
        for key, kind, name, since in found
    }
