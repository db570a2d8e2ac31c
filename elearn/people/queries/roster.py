"""How many of a group the roster has in an area and in each area within it."""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from elearn import areas
from elearn.people.models import OrgUnitPlace, Person, PlannedPost, PostGroup, Tenure
from elearn.people.queries.persons import canonical_id
from elearn.people.rules.headcounts import PLANNED_FOR

_V = areas.AreaVersion


def roster_sizes(db: Session, group: str, area: areas.AreaVersion, day: date) -> dict[int, int]:
    """Return, by area, how many human beings are of the group there on the day; one query.

    Of the area and of what lies directly in it; where there is nobody, it is left out.
    """
    within = _within(area, day).subquery()
    held: Any = PlannedPost if group in PLANNED_FOR else Tenure
    rows = db.execute(
        select(within.c.part_id, func.count(canonical_id().distinct()))
        .select_from(within)
        .join(OrgUnitPlace, OrgUnitPlace.area_id == within.c.area_id)
        .join(held, held.org_unit_id == OrgUnitPlace.org_unit_id)
        .join(Person, Person.id == held.person_id)
        .where(OrgUnitPlace.valid_on(day), held.valid_on(day), held.is_current())
        .where(held.post_key.in_(_posts(group, day)))
        .group_by(within.c.part_id)
    )
    return {part: count for part, count in rows}  # noqa: C416  # A row is no pair to mypy.


def _within(area: areas.AreaVersion, day: date) -> Select[int, int]:
    """Return each area that lies in this one, with the part of it in which it lies, and itself."""
    part = aliased(_V)
    parts = (part.area_id == area.area_id) | (part.parent_id == area.area_id)
    return (
        select(_V.area_id, part.area_id.label("part_id"))
        .join(part, _V.path.like(part.path.concat("%")))
        .where(_V.valid_on(day), _V.is_current(), areas.below([area.path]))
        .where(part.superseded_at.is_(None), part.valid_from <= day)
        .where(parts, part.valid_to.is_(None) | (part.valid_to >= day))
    )


def _posts(group: str, day: date) -> Any:
    if group in PLANNED_FOR:
        return [PLANNED_FOR[group]]
    made = select(PostGroup.post_key).where(PostGroup.group_key == group)
    return made.where(PostGroup.valid_on(day))
