"""How many units, people in post and grants stand in the areas that a change touches."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import accounts, areas, people

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Touched:
    """What stands on the day in areas that end or go on otherwise."""

    units: int = 0
    people: int = 0
    grants: int = 0


def touched_by(db: Session, drafted: areas.Draft, day: date) -> Touched:
    """Return what stands in the areas of a draft on the day; three queries for 10,000 areas.

    A person in posts of two such areas is one person, but for changes of more areas than that.
    """
    left = iter(drafted.touched)
    units = persons = grants = 0
    while some := list(islice(left, _AT_ONCE)):
        units += _units(db, some, day)
        persons += _persons(db, some, day)
        grants += _grants(db, some, day)
    return Touched(units, persons, grants)


def _units(db: Session, area_ids: Collection[int], day: date) -> int:
    place, unit = people.OrgUnitPlace, people.OrgUnit
    counted = select(func.count(unit.id.distinct())).join(place, place.org_unit_id == unit.id)
    standing = (place.area_id.in_(area_ids), place.valid_on(day), unit.valid_on(day))
    return db.scalar(counted.where(*standing)) or 0


def _persons(db: Session, area_ids: Collection[int], day: date) -> int:
    place, tenure = people.OrgUnitPlace, people.Tenure
    counted = select(func.count(tenure.person_id.distinct())).join(
        place, place.org_unit_id == tenure.org_unit_id
    )
    serving = (tenure.valid_on(day), tenure.is_current())
    there = (place.area_id.in_(area_ids), place.valid_on(day))
    return db.scalar(counted.where(*serving, *there)) or 0


def _grants(db: Session, area_ids: Collection[int], day: date) -> int:
    grant = accounts.RoleGrant
    held = (grant.area_id.in_(area_ids), grant.valid_on(day), grant.is_current())
    return db.scalar(select(func.count()).where(*held)) or 0
