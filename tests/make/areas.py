"""Areas for tests: those of the real lists, by name; every test's database holds them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas import Area, AreaVersion

NOW = date(2026, 11, 21)
BEFORE = date(2025, 6, 30)


def area(db: Session, name: str = "Xã Hưng Hà", *, within: str = "", day: date = NOW) -> Area:
    """Return the area that bore the full name on the day, within another of a full name."""
    found = select(Area).join(AreaVersion, AreaVersion.area_id == Area.id)
    found = found.where(AreaVersion.full_name == name, AreaVersion.valid_on(day))
    if within:
        outer = path(db, within, day=day)
        found = found.where(AreaVersion.path.like(outer + "%"))
    return db.scalars(found).one()


def path(db: Session, name: str, *, within: str = "", day: date = NOW) -> str:
    """Return the path of an area on the day, as a grant holds it."""
    version = select(AreaVersion.path).where(
        AreaVersion.area_id == area(db, name, within=within, day=day).id, AreaVersion.valid_on(day)
    )
    return db.scalars(version).one()
