"""Where an area counts today: as the commune it became, and within which province."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas

#: The keys of one level: of "/1/45/678/" the province is the second.
_PROVINCE = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """The commune an area is today, or the area itself, and the province it counts in, if any."""

    area_id: int
    province_id: int | None


def spots_of(db: Session, area_ids: Collection[int], day: date) -> dict[int, tuple[Spot, ...]]:
    """Return where each area counts on the day; a dozen queries for all, three if all stand.

    A commune that ended counts as its likeliest heir, anything higher as itself. Each counts in
    every province it lay in, by what became of that.
    """
    version, area = areas.AreaVersion, areas.Area
    paths: dict[int, list[str]] = {}
    communes = set[int]()
    known = select(version.area_id, version.path, area.level).join(area, area.id == version.area_id)
    for key, path, level in db.execute(known.where(area.id.in_(area_ids), version.is_current())):
        paths.setdefault(key, []).append(path)
        if level is areas.Level.COMMUNE:
            communes.add(key)
    heirs = {key: _likeliest(one) for key, one in areas.present_of(db, communes, day).items()}
    within = {key: _provinces((*paths[key], *_path(heirs.get(key)))) for key in paths}
    named = {one for some in within.values() for one in some}
    now = {key: _likeliest(one) for key, one in areas.present_of(db, named, day).items()}
    return {
        key: tuple(dict.fromkeys(_spots(heirs.get(key), key, within[key], now))) for key in paths
    }


def _likeliest(heirs: Sequence[areas.Present]) -> areas.Present | None:
    return next((heir for heir in heirs if heir.is_default), None)


def _path(heir: areas.Present | None) -> tuple[str, ...]:
    return (heir.path,) if heir else ()


def _provinces(paths: Collection[str]) -> list[int]:
    keys = (path.strip("/").split("/") for path in paths)
    return list(dict.fromkeys(int(one[_PROVINCE]) for one in keys if len(one) > _PROVINCE))


def _spots(
    heir: areas.Present | None,
    key: int,
    provinces: Sequence[int],
    now: dict[int, areas.Present | None],
) -> Iterator[Spot]:
    spot = heir.area_id if heir else key
    for one in provinces:
        there = now.get(one)
        yield Spot(spot, there.area_id if there else None)
    if not provinces:
        yield Spot(spot, None)
