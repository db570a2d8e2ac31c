"""The communes of the two provinces before and after the reform, as the areas have them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.home.demo.corps.unions import FIRST_DAY, LAST_DAY, Commune

_PROVINCES = ("33", "22")  # Hưng Yên, which holds the old Thái Bình, and Quảng Ninh.
_HILLS = ("Huyện Bình Liêu", "Huyện Ba Chẽ", "Huyện Tiên Yên", "Huyện Đầm Hà", "Huyện Hải Hà")


def communes(db: Session) -> tuple[list[Commune], list[Commune]]:
    """Return the communes of the last day of three levels and those of the first day of two.

    :raise NotFound: if the areas were not loaded.
    """
    paths = [
        areas.area_by_code(db, code, level=areas.Level.PROVINCE, day=FIRST_DAY).path
        for code in _PROVINCES
    ]
    heirs, hills = _heirs(db), _hills(db)
    old = [
        Commune(one.area_id, one.full_name, heirs.get(one.area_id, one.area_id), _in(one, hills))
        for one in _versions(db, areas.reach_of(db, paths), LAST_DAY)
    ]
    upland = {commune.heir_id for commune in old if commune.is_in_hills}
    new = [
        Commune(one.area_id, one.full_name, one.area_id, one.area_id in upland)
        for one in _versions(db, paths, FIRST_DAY)
    ]
    return old, new


def _in(version: areas.AreaVersion, districts: set[int]) -> bool:
    return version.parent_id in districts


def _versions(db: Session, paths: Sequence[str], day: date) -> Sequence[areas.AreaVersion]:
    version = areas.AreaVersion
    found = (
        select(version)
        .join(areas.Area, areas.Area.id == version.area_id)
        .where(areas.Area.level == areas.Level.COMMUNE, areas.below(paths))
        .where(version.valid_on(day), version.is_current())
    )
    return db.scalars(found.order_by(version.code)).all()


def _heirs(db: Session) -> dict[int, int]:
    step = areas.AreaLineage
    rows = db.execute(select(step.from_area_id, step.to_area_id).where(step.is_default))
    return {row.from_area_id: row.to_area_id for row in rows}


def _hills(db: Session) -> set[int]:
    version = areas.AreaVersion
    return set(db.scalars(select(version.area_id).where(version.full_name.in_(_HILLS))))
