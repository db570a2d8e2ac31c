"""How many of a group the roster has in an area and in each area within it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.people.models import OrgUnitPlace, Person, PlannedPost, PostGroup, Tenure
from elearn.people.queries.persons import canonical_id
from elearn.people.rules.headcounts import PLANNED_FOR

_V = areas.AreaVersion
_COUNTRY = 2  # Of "/1/": the slashes.


def roster_sizes(db: Session, group: str, area: areas.AreaVersion, day: date) -> dict[int, int]:
    """Return, by area, how many human beings are of the group there on the day; two queries.

    Of the area and of what lies directly in it; where there is nobody, it is left out.
    """
    lay = select(_V.area_id, _V.path).where(_V.valid_on(day), _V.is_current())
    paths = dict(db.execute(lay.where(areas.below([area.path]))).all())
    held = _held(group, day)
    if area.path.count("/") > _COUNTRY:  # In the country everybody is: naming its areas costs.
        held = held.where(OrgUnitPlace.area_id.in_(list(paths)))
    found: dict[int, set[int]] = {}
    for area_id, person_id in db.execute(held):
        for part in _parts(area, paths.get(area_id)):
            found.setdefault(part, set()).add(person_id)
    return {part: len(persons) for part, persons in found.items()}


def _parts(area: areas.AreaVersion, path: str | None) -> Iterator[int]:
    """Give the area itself, and the part of it in which a path lies, if it lies in one."""
    if path is None:
        return
    yield area.area_id
    if rest := path[len(area.path) :]:
        yield int(rest.partition("/")[0])


def _held(group: str, day: date) -> Select[int, int]:
    """Return who is of the group on the day, with the area in which her unit stands."""
    held: Any = PlannedPost if group in PLANNED_FOR else Tenure
    return (
        select(OrgUnitPlace.area_id, canonical_id())
        .select_from(held)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == held.org_unit_id)
        .join(Person, Person.id == held.person_id)
        .where(OrgUnitPlace.valid_on(day), held.valid_on(day), held.is_current())
        .where(held.post_key.in_(_posts(group, day)))
    )


def _posts(group: str, day: date) -> Any:
    if group in PLANNED_FOR:
        return [PLANNED_FOR[group]]
    made = select(PostGroup.post_key).where(PostGroup.group_key == group)
    return made.where(PostGroup.valid_on(day))
