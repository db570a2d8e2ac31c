"""Areas for tests: those of the real lists, by name; every test's database holds them."""

from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.areas import COLUMNS, Area, AreaVersion, Kind, Level, NewChange
from elearn.db import UNKNOWN_START
from elearn.text import fold

NOW = date(2026, 11, 21)
BEFORE = date(2025, 6, 30)


def area(db: Session, name: str = "Xã Hưng Hà", *, within: str = "", day: date = NOW) -> Area:
    """Return the area that bore the full name on the day, within another of a full name."""
    found = select(Area).join(AreaVersion, AreaVersion.area_id == Area.id)
    return db.scalars(found.where(*_called(db, name, within, day))).one()


def path(db: Session, name: str, *, within: str = "", day: date = NOW) -> str:
    """Return the path of an area on the day, as a grant holds it."""
    return db.scalars(select(AreaVersion.path).where(*_called(db, name, within, day))).one()


def alone(db: Session) -> Area:
    """Enter a commune, in a base that holds no areas."""
    db.add(made := Area(level=Level.COMMUNE))
    db.flush()
    version = AreaVersion(
        area_id=made.id,
        code="1",
        kind=Kind.COMMUNE,
        name="Hưng Hà",
        full_name="Xã Hưng Hà",
        name_folded="hung ha",
        path=f"/{made.id}/",
        sort_key=b"",
        valid_from=UNKNOWN_START,
        recorded_at=clock.now(),
    )
    db.add(version)
    db.flush()
    return made


def _called(db: Session, name: str, within: str, day: date) -> list[ColumnElement[bool]]:
    """Return what holds of a version of this full name: found by the index of folded names."""
    words = fold(name).split()
    ends = [" ".join(words[start:]) for start in range(len(words))]  # One is without its kind.
    is_called = [AreaVersion.full_name == name, AreaVersion.name_folded.in_(ends)]
    is_within = [AreaVersion.path.like(path(db, within, day=day) + "%")] if within else []
    return [*is_called, *is_within, AreaVersion.valid_on(day), AreaVersion.is_current()]


def change(
    *lines: tuple[str, ...], number: str = "01/NQ", day: date = date(2027, 1, 1)
) -> NewChange:
    """Return a change as it is received: the headings, then the lines from row 2."""
    rows = tuple(enumerate((tuple(COLUMNS.values()), *lines), start=1))
    return NewChange(number, "Sắp xếp xã", date(2026, 10, 1), day, "thay-doi.xlsx", rows)
