"""Areas as they were on a day: one, its parents, its children, and how many there were."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaLineage, AreaVersion
from elearn.areas.rules import Kind, Level, in_a_sentence
from elearn.errors import NotFound
from elearn.text import msg

V = AreaVersion


def area_by_id(db: Session, area_id: int) -> Area:
    """Return the area.

    :raise NotFound: if there is none with this key.
    """
    area = db.get(Area, area_id)
    if area is None:
        raise NotFound(msg("Không có đơn vị hành chính này."))
    return area


def versions_of(db: Session, area_id: int) -> Sequence[AreaVersion]:
    """Return how the area was through time, the oldest version first."""
    found = select(V).where(V.area_id == area_id, V.is_current()).order_by(V.valid_from)
    return db.scalars(found).all()


def version_on(db: Session, area_id: int, day: date) -> AreaVersion:
    """Return how the area was on the day.

    :raise NotFound: if it did not exist then.
    """
    version = versions_on(db, [area_id], day).get(area_id)
    if version is None:
        raise NotFound(
            msg("Đơn vị hành chính này không tồn tại vào ngày %(day)s.", day=f"{day:%d/%m/%Y}")
        )
    return version


def versions_on(db: Session, area_ids: Iterable[int], day: date) -> dict[int, AreaVersion]:
    """Return, in one query, how each of the areas was that existed on the day."""
    found = select(V).where(V.area_id.in_(set(area_ids)), V.valid_on(day), V.is_current())
    return {version.area_id: version for version in db.scalars(found)}


def path_on(db: Session, area_id: int, day: date) -> str:
    """Return the keys from the root down to the area: "/1/45/678/".

    :raise NotFound: if it did not exist on the day.
    """
    return version_on(db, area_id, day).path


def root(db: Session) -> Area:
    """Return the country.

    :raise NotFound: if no areas were loaded yet.
    """
    country = db.scalar(select(Area).where(Area.level == Level.CENTRAL))
    if country is None:
        raise NotFound(msg("Chưa nạp đơn vị hành chính: chạy “elearn areas load”."))
    return country


def area_by_code(db: Session, code: str, *, level: Level, day: date) -> AreaVersion:
    """Return the area that had this official code on the day, for each level has its own codes.

    :raise NotFound: if none had.
    """
    had = select(V).join(Area, Area.id == V.area_id).where(V.code == code, Area.level == level)
    version = db.scalar(had.where(V.valid_on(day), V.is_current()))
    if version is None:
        raise NotFound(msg("Không có đơn vị hành chính mã %(code)s.", code=code))
    return version


def ancestors(db: Session, version: AreaVersion, day: date) -> Sequence[AreaVersion]:
    """Return what the area lay in on the day, the country first, without itself; one query."""
    keys = _keys(version)[:-1]
    found = versions_on(db, keys, day)
    return [found[key] for key in keys if key in found]


def _keys(version: AreaVersion) -> list[int]:
    return [int(key) for key in version.path.strip("/").split("/")]


def children_of(
    db: Session, area_id: int, day: date, *, level: Level | None = None
) -> Sequence[AreaVersion]:
    """Return what lay directly in the area on the day, in the order of the alphabet."""
    found = select(V).where(V.parent_id == area_id, V.valid_on(day), V.is_current())
    if level is not None:
        found = found.join(Area, Area.id == V.area_id).where(Area.level == level)
    return db.scalars(found.order_by(V.sort_key, V.id)).all()


def provinces_on(db: Session, day: date) -> Sequence[AreaVersion]:
    """Return the provinces and central cities of the day, in the order of the alphabet."""
    kinds = (Kind.PROVINCE, Kind.CENTRAL_CITY)
    found = select(V).where(V.kind.in_(kinds), V.valid_on(day), V.is_current())
    return db.scalars(found.order_by(V.sort_key)).all()


def counts_on(db: Session, day: date) -> dict[Kind, int]:
    """Return how many units of each type there were on the day."""
    counted = select(V.kind, func.count().label("number")).where(V.valid_on(day), V.is_current())
    return {row.kind: row.number for row in db.execute(counted.group_by(V.kind))}


def places_on(db: Session, versions: Iterable[AreaVersion], day: date) -> dict[int, str]:
    """Return what each version lay in, "huyện Hưng Hà, tỉnh Thái Bình", by its key; one query.

    An ended version is told as of its own last day, a future one as of its first.
    """
    shown = list(versions)
    keys = {key for version in shown for key in _keys(version)[1:-1]}
    above: dict[int, list[_Named]] = {}
    lain_in = select(V.area_id, V.full_name, V.valid_from, V.valid_to)
    for row in db.execute(lain_in.where(V.area_id.in_(keys), V.is_current())):
        above.setdefault(row.area_id, []).append(_Named(*row[1:]))
    return {version.id: _place(version, above, day) for version in shown}


class _Named(NamedTuple):
    full_name: str
    first: date
    last: date | None


def _place(version: AreaVersion, above: dict[int, list[_Named]], day: date) -> str:
    moment = max(version.valid_from, min(day, version.valid_to or day))
    names = [
        in_a_sentence(found.full_name)
        for key in reversed(_keys(version)[1:-1])
        for found in above.get(key, ())
        if found.first <= moment and (found.last is None or moment <= found.last)
    ]
    return ", ".join(names)


def below(paths: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that an area version lies in one of the paths, itself included."""
    return or_(False, *(V.path.like(path + "%") for path in paths))


def reach_of(db: Session, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths and those of the areas that passed into them, at whatever time; one query.

    Whoever answers for Hưng Yên answers for what was done in Thái Bình.
    """
    given = tuple(paths)
    if not given:
        return ()
    into = [int(path.strip("/").rpartition("/")[2]) for path in given]
    step = select(AreaLineage.from_area_id.label("area_id")).where(AreaLineage.is_default)
    former = step.where(AreaLineage.to_area_id.in_(into)).cte("former", recursive=True)
    former = former.union(step.where(AreaLineage.to_area_id == former.c.area_id))
    stood = select(V.path).join(former, former.c.area_id == V.area_id).where(V.is_current())
    return tuple(dict.fromkeys([*given, *db.scalars(stood)]))
