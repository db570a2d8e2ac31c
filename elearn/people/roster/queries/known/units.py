"""Units with what the areas in which they stand are today."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from elearn.areas import Level
from elearn.db import among
from elearn.people.models import OrgUnit, OrgUnitPlace, UnitKind
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.known import KnownUnit


def units_by_id(db: Session, keys: Collection[int], gazetteer: Gazetteer) -> dict[int, KnownUnit]:
    """Return these units; one query."""
    return _units(db, _stays().where(among(db, OrgUnit.id, keys)), gazetteer) if keys else {}


def units_standing(
    db: Session, area_ids: Collection[int], day: date, gazetteer: Gazetteer
) -> dict[int, tuple[KnownUnit, ...]]:
    """Return, by area of today, the units that stand there or in what became it; two queries."""
    wanted = {key for area_id in area_ids for key in gazetteer.became(area_id)}
    there = (
        select(OrgUnitPlace.org_unit_id)
        .where(among(db, OrgUnitPlace.area_id, wanted))
        .where(or_(OrgUnitPlace.valid_to.is_(None), OrgUnitPlace.valid_to >= day))
    )
    keys = set(db.scalars(there)) if wanted else set()
    standing: dict[int, list[KnownUnit]] = {key: [] for key in area_ids}
    goes_on = or_(OrgUnit.valid_to.is_(None), OrgUnit.valid_to >= day)
    stays = _stays().where(among(db, OrgUnit.id, keys), goes_on)
    for unit in _units(db, stays, gazetteer).values() if keys else ():
        if unit.present_id in standing:
            standing[unit.present_id].append(unit)
    return {key: tuple(sorted(some, key=lambda one: one.id)) for key, some in standing.items()}


def _stays() -> Select[*tuple[Any, ...]]:
    place = OrgUnitPlace
    return (
        select(OrgUnit.id, OrgUnit.kind, OrgUnit.name, OrgUnit.valid_from, place.area_id)
        .join(place, place.org_unit_id == OrgUnit.id)
        .order_by(OrgUnit.id, place.valid_from.desc())
    )


def _units(
    db: Session, stays: Select[*tuple[Any, ...]], gazetteer: Gazetteer
) -> dict[int, KnownUnit]:
    areas: dict[int, list[int]] = defaultdict(list)
    told = {}
    for key, kind, name, first, area_id in db.execute(stays):
        areas[key].append(area_id)
        told[key] = kind, name, first
    return {key: _unit(key, one, areas[key], gazetteer) for key, one in told.items()}


def _unit(
    key: int,
    told: tuple[UnitKind, str, date],
    area_ids: Iterable[int],
    gazetteer: Gazetteer,
) -> KnownUnit:
    """Return a unit; what stood in a district that ended stands in no area of today."""
    spots = [spot for one in area_ids if (spot := gazetteer.spot_of(one)) and spot.heirs]
    return KnownUnit(
        key,
        *told,
        area_ids=tuple(
            spot.heirs[0].area_id
            for spot in spots
            if spot.level is not Level.DISTRICT or not spot.is_ended
        ),
        paths=tuple(spot.heirs[0].path for spot in spots),
    )
