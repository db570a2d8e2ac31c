"""The country's areas on the last day of three levels and the first day of two."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas

LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)
_A_SAMPLE_EACH = 30


@dataclass(frozen=True, slots=True)
class Place:
    """An area on a day, what it lies in, and what it is after the reform: perhaps itself."""

    area_id: int
    code: str
    name: str
    above: tuple[int, ...]
    heir_id: int

    @property
    def goes_on(self) -> bool:
        return self.heir_id == self.area_id


@dataclass(frozen=True, slots=True)
class Ground:
    """The areas before and after the reform, in the order of their codes."""

    country: Place
    provinces: tuple[Place, ...]
    districts: tuple[Place, ...]
    communes: tuple[Place, ...]
    new_provinces: tuple[Place, ...]
    new_communes: tuple[Place, ...]


def ground_of(db: Session) -> Ground:
    """Return the whole country.

    :raise NotFound: if the areas were not loaded.
    """
    root = areas.root(db).id
    before, after = (_on(db, day) for day in (LAST_DAY, FIRST_DAY))
    level = areas.Level
    return Ground(
        next(one for one in after[level.CENTRAL] if one.area_id == root),
        *(tuple(before[one]) for one in (level.PROVINCE, level.DISTRICT, level.COMMUNE)),
        *(tuple(after[one]) for one in (level.PROVINCE, level.COMMUNE)),
    )


def _on(db: Session, day: date) -> dict[areas.Level, list[Place]]:
    version = areas.AreaVersion
    rows = db.execute(
        select(version.area_id, version.code, version.full_name, version.path, areas.Area.level)
        .join(areas.Area, areas.Area.id == version.area_id)
        .where(version.valid_on(day), version.is_current())
        .order_by(version.code, version.id)
    ).all()
    step = areas.AreaLineage
    passed = select(step.from_area_id, step.to_area_id)
    heirs = dict(db.execute(passed.where(step.is_default, step.happened_on == FIRST_DAY)).all())
    found: dict[areas.Level, list[Place]] = {level: [] for level in areas.Level}
    for key, code, name, path, level in rows:
        above = tuple(int(one) for one in path.strip("/").split("/"))[:-1]
        found[level].append(Place(key, code, name, above, heirs.get(key, key)))
    return found


def sample_of(ground: Ground, chance: Random, people: int) -> Ground:
    """Return the part of the country that so many people can fill, with what it lies in."""
    count = max(4, people // _A_SAMPLE_EACH)
    if count >= len(ground.communes):
        return ground
    chosen = sorted(chance.sample(ground.communes, count), key=lambda one: one.code)
    above = {key for one in chosen for key in one.above}
    heirs = {one.heir_id for one in chosen}
    new_communes = tuple(one for one in ground.new_communes if one.area_id in heirs)
    new_above = {key for one in new_communes for key in one.above}
    return replace(
        ground,
        provinces=tuple(one for one in ground.provinces if one.area_id in above),
        districts=tuple(one for one in ground.districts if one.area_id in above),
        communes=tuple(chosen),
        new_provinces=tuple(one for one in ground.new_provinces if one.area_id in new_above),
        new_communes=new_communes,
    )
