"""Areas for tests: those of the real lists, by name; every test's database holds them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas import COLUMNS, Area, AreaVersion, NewChange

NOW = date(2026, 11, 21)
BEFORE = date(2025, 6, 30)


def area(db: Session, name: str = "Xã Hưng Hà", *, within: str = "", day: date = NOW) -> Area:
    """Return the area that bore the full name on the day, within another of a full name."""
    found = select(Area).join(AreaVersion, AreaVersion.area_id == Area.id)
    found = found.where(
        AreaVersion.full_name == name, AreaVersion.valid_on(day), AreaVersion.is_current()
    )
    if within:
        outer = path(db, within, day=day)
        found = found.where(AreaVersion.path.like(outer + "%"))
    return db.scalars(found).one()


def path(db: Session, name: str, *, within: str = "", day: date = NOW) -> str:
    """Return the path of an area on the day, as a grant holds it."""
    key = area(db, name, within=within, day=day).id
    version = select(AreaVersion.path).where(AreaVersion.area_id == key)
    return db.scalars(version.where(AreaVersion.valid_on(day), AreaVersion.is_current())).one()


def change(
    *lines: tuple[str, ...], number: str = "01/NQ", day: date = date(2027, 1, 1)
) -> NewChange:
    """Return a change as it is received: the headings, then the lines from row 2."""
    rows = tuple(enumerate((tuple(COLUMNS.values()), *lines), start=1))
    return NewChange(number, "Sắp xếp xã", date(2026, 10, 1), day, "thay-doi.xlsx", rows)
