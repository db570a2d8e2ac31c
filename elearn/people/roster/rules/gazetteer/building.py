"""Areas as they were called, put together with what they lay in then and what they are today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elearn.areas import Kind, Level
from elearn.people.roster.rules.gazetteer.spots import Heir, Spot


@dataclass(frozen=True, slots=True)
class Called:
    """An area as it was called from one day to another."""

    area_id: int
    level: Level
    kind: Kind
    name: str
    full_name: str
    #: The keys from the country down to it.
    path: str
    first: date
    last: date | None


def spots_of(
    called: Iterable[Called], presents: Mapping[int, Sequence[tuple[int, str]]]
) -> list[Spot]:
    """Return the areas; `presents`: keys and paths of what each is today."""
    rows = sorted(called, key=lambda row: row.first)
    names: dict[int, list[Called]] = defaultdict(list)
    for row in rows:
        names[row.area_id].append(row)
    heirs = {
        key: _heir(key, path, names)
        for key, path in {one for some in presents.values() for one in some}
    }
    today = {key: tuple(heirs[heir] for heir, _ in presents.get(key, ())) for key in names}
    return [_spot(row, names, today[row.area_id]) for row in rows if row.level is not Level.CENTRAL]


def _spot(row: Called, names: Mapping[int, list[Called]], heirs: tuple[Heir, ...]) -> Spot:
    above = {one.level: one for one in _above(row, names)}
    district, province = above.get(Level.DISTRICT), above.get(Level.PROVINCE)
    return Spot(
        area_id=row.area_id,
        level=row.level,
        kind=row.kind,
        name=row.name,
        full_name=row.full_name,
        district=district.full_name if district else None,
        province=province.name if province else None,
        path=row.path,
        heirs=heirs,
    )


def _above(row: Called, names: Mapping[int, list[Called]]) -> Iterable[Called]:
    """Return the area and what it lay in, each as it was last called in the area's days."""
    for key in _keys(row.path):
        then = [one for one in names[key] if row.last is None or one.first <= row.last]
        yield (then or names[key])[-1]


def _heir(area_id: int, path: str, names: Mapping[int, list[Called]]) -> Heir:
    province = next(
        (names[key][-1].name for key in _keys(path) if names[key][-1].level is Level.PROVINCE),
        None,
    )
    called = names[area_id]
    return Heir(area_id, called[-1].full_name, province, path, called[0].first)


def _keys(path: str) -> list[int]:
    return [int(key) for key in path.strip("/").split("/")]
