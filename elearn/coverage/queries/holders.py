"""Who holds a post of a group on a day, and where that is on a map."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, literal, or_, select
from sqlalchemy.orm import aliased

from elearn import areas, people
from elearn.areas import Level
from elearn.coverage.models import MapKind, UnitOnMap
from elearn.coverage.queries.asked import Asked
from elearn.coverage.rules import Indicator

_COLUMNS = {
    Level.CENTRAL: UnitOnMap.country_id,
    Level.PROVINCE: UnitOnMap.province_id,
    Level.DISTRICT: UnitOnMap.district_id,
    Level.COMMUNE: UnitOnMap.commune_id,
}


def holdings_of(one: Indicator) -> Any:
    """Return the table that tells who holds the group: its posts, or the plan for one."""
    return people.PlannedPost if one.planned_for else people.Tenure


def held(one: Indicator, day: Any) -> Select[int, int]:
    """Return the holdings of a group on a day: the entry of the person (`person_id`), the unit.

    The day may be a column of what it is asked within. Units that are left out hold nobody.
    """
    holding = aliased(holdings_of(one))
    rows: Select[int, int] = (
        select(holding.person_id, holding.org_unit_id)
        .where(_on(holding, day), holding.superseded_at.is_(None))
        .correlate_except(holding)
    )
    if one.exclusion:
        rows = rows.where(~_left_out(one, holding.org_unit_id, day))
    return rows.where(_in_group(one, holding.post_key, day))


def _on(row: Any, day: Any) -> ColumnElement[bool]:
    """Return the condition that a dated row of an alias holds on the day."""
    is_on: ColumnElement[bool] = row.valid_from <= day
    return is_on & or_(row.valid_to.is_(None), row.valid_to >= day)


def _in_group(one: Indicator, post_key: Any, day: Any) -> ColumnElement[bool]:
    if one.planned_for:
        planned: ColumnElement[bool] = post_key == one.planned_for
        return planned
    belongs, post = aliased(people.PostGroup), aliased(people.Post)
    found = (
        exists()
        .where(belongs.post_key == post_key, belongs.group_key == one.group, _on(belongs, day))
        .correlate_except(belongs)
    )
    if one.level is None:
        return found
    of_level = exists().where(post.key == post_key, post.level == one.level)
    return found & of_level.correlate_except(post)


def _left_out(one: Indicator, unit_id: Any, day: Any) -> ColumnElement[bool]:
    left, rule = aliased(people.UnitExclusion), one.exclusion
    found = (
        exists()
        .where(left.org_unit_id == unit_id, _on(left, day), left.superseded_at.is_(None))
        .correlate_except(left)
    )
    if rule is None:
        return found
    if isinstance(day, date):
        return found & literal(rule.first <= day <= rule.last)
    is_in_force: ColumnElement[bool] = day.between(rule.first, rule.last)
    return found & is_in_force


def holders_in(asked: Asked, one: Indicator, level: Level) -> Select[int]:
    """Return who holds a post of the group on the day in an area of the level, as the map has it.

    One column, the entry that stands for her.
    """
    holding = held(one, asked.day).subquery()
    whole = select(people.canonical_id()).join(holding, holding.c.person_id == people.Person.id)
    return whole.where(holding.c.org_unit_id.in_(_units(asked, level)))


def _units(asked: Asked, level: Level) -> Select[int]:
    if asked.map is None or asked.map.kind is MapKind.AS_IT_WAS:
        return _units_below(asked.path, asked.day)
    return select(UnitOnMap.org_unit_id).where(
        UnitOnMap.map_id == asked.map.id, _COLUMNS[level] == asked.area_id
    )


def _units_below(path: str, day: date) -> Select[int]:
    place, version = people.OrgUnitPlace, areas.AreaVersion
    return (
        select(place.org_unit_id)
        .join(version, version.area_id == place.area_id)
        .where(place.valid_on(day), version.valid_on(day), version.is_current())
        .where(areas.below([path]))
    )
