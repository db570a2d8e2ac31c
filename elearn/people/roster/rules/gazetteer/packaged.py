"""The names of the lists that come with the product, where no database is set up yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from elearn.areas import Kind, Level, Lists, Plan, Step, full_name, plan
from elearn.db import UNKNOWN_START
from elearn.people.roster.rules.gazetteer.building import Called, spots_of
from elearn.people.roster.rules.gazetteer.naming import Names

_COUNTRY = Called(
    1, Level.CENTRAL, Kind.COUNTRY, "Việt Nam", "Việt Nam", "/1/", UNKNOWN_START, None
)
_Presents = dict[int, list[tuple[int, str]]]


def names_from(lists: Lists) -> Names:
    """Return the names of the lists; their keys of areas are good for nothing else."""
    planned = plan(lists)
    keys = {unit.key: key for key, unit in enumerate(planned.units, start=2)}
    rows = list(_called(planned, keys))
    rows.insert(0, _COUNTRY)
    standing = {row.area_id: row.path for row in rows if row.last is None}
    return Names(spots_of(rows, _presents(planned.lineage, keys, standing)))


def _called(planned: Plan, keys: Mapping[str, int]) -> Iterator[Called]:
    """Yield the units as they were called; a higher level comes before those in it."""
    paths: dict[str, str] = {}
    for unit in planned.units:
        key = keys[unit.key]
        for state in unit.states:
            path = paths[unit.key] = f"{paths.get(state.parent or '', _COUNTRY.path)}{key}/"
            name, days = full_name(state.name, state.kind), (state.valid_from, state.valid_to)
            yield Called(key, unit.level, state.kind, state.name, name, path, *days)


def _presents(
    lineage: Iterable[Step], keys: Mapping[str, int], standing: Mapping[int, str]
) -> _Presents:
    """Return what each area is today: itself, or what it passed into, the likeliest first."""
    presents: _Presents = {key: [(key, path)] for key, path in standing.items()}
    passed: _Presents = defaultdict(list)
    for step in sorted(lineage, key=lambda step: not step.is_default):
        heir = keys[step.new]
        passed[keys[step.old]].append((heir, standing[heir]))
    return passed | presents
