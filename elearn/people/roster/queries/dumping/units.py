"""Units: what they are, where they stood, what they were called, when they were left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import OrgUnit, OrgUnitName, OrgUnitPlace, UnitExclusion
from elearn.people.roster.queries.dumping.grounds import Ground, in_order, line, plain

_AT_ONCE = 2_000


def unit_lines(db: Session, ground: Ground) -> Iterator[str]:
    """Give a line for each unit, in the order of their names."""
    asked = ground.units
    if ground.asked_units is not None:
        asked = {key: ground.units[key] for key in set(db.scalars(ground.asked_units))}
    keys = sorted(asked, key=lambda key: (asked[key], key))
    for start in range(0, len(keys), _AT_ONCE):
        yield from _lines(db, ground, keys[start : start + _AT_ONCE])


def _lines(db: Session, ground: Ground, keys: Sequence[int]) -> Iterator[str]:
    units = {one.id: one for one in db.scalars(select(OrgUnit).where(among(db, OrgUnit.id, keys)))}
    places = _by_unit(db, select(OrgUnitPlace).where(among(db, OrgUnitPlace.org_unit_id, keys)))
    names = _by_unit(db, select(OrgUnitName).where(among(db, OrgUnitName.org_unit_id, keys)))
    mine = among(db, UnitExclusion.org_unit_id, keys) & UnitExclusion.is_current()
    excluded = _by_unit(db, select(UnitExclusion).where(mine))
    told = [
        line(
            "unit",
            {
                "unit": ground.units[key],
                "parent": ground.units.get(units[key].parent_id or 0),
                **_days(units[key]),
                "places": in_order(
                    [{"area": ground.areas[one.area_id], **_days(one)} for one in places[key]]
                ),
                "names": in_order([{"name": one.name, **_days(one)} for one in names[key]]),
                "excluded": in_order(
                    [
                        {"reason": plain(one.reason), "decision": one.decision, **_days(one)}
                        for one in excluded[key]
                    ]
                ),
            },
        )
        for key in keys
    ]
    yield from told


def _by_unit(db: Session, asked: Select[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in db.scalars(asked):
        found[one.org_unit_id].append(one)
    return found


def _days(row: Any) -> dict[str, Any]:
    return {"from": plain(row.valid_from), "to": plain(row.valid_to)}
