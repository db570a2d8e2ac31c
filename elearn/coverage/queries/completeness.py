"""Who has told of a group within an area, and which units are left out of evaluation there."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.areas import Level
from elearn.coverage.queries.declared import declared_in
from elearn.coverage.queries.extents import Extent, placed
from elearn.coverage.rules.completeness import Completeness, Excluded, LeftOut, Part
from elearn.coverage.rules.declared import totals_at
from elearn.coverage.rules.indicators import Indicator

_LEVELS = list(Level)


def completeness_of(
    db: Session, extent: Extent, indicator: Indicator, in_post: Mapping[int, int]
) -> Completeness:
    """Return of which areas within one the group of an indicator is known; at most 14 queries.

    `in_post` tells, by area, how many hold a post as the indicator counts them, if anybody does.
    """
    levels = _levels_of(db, indicator)
    children = areas.children_of(db, extent.area.area_id, extent.borders_on)
    level = areas.area_by_id(db, children[0].area_id).level if children else None
    told = declared_in(db, extent, indicator.group)
    totals = totals_at([one.path for one in (extent.area, *children)], told)
    aside = _held_aside(db, extent, indicator)
    is_comparable = indicator.level is None or levels <= {indicator.level}

    def part(area: areas.AreaVersion) -> Part:
        return Part(
            area.area_id,
            area.code,
            area.full_name,
            in_post.get(area.area_id, 0),
            totals.get(area.path),
            is_left_out=any(path.startswith(area.path) for path in aside),
            is_comparable=is_comparable,
        )

    own = part(extent.area)
    if level is None or not _may_lie_in(level, levels, indicator.level):
        return Completeness(own)
    return Completeness(own, tuple(part(child) for child in children), level)


def _levels_of(db: Session, indicator: Indicator) -> set[Level]:
    """Return the levels of the posts that make the group."""
    post, belongs = people.Post, people.PostGroup
    if indicator.planned_for:
        return set(db.scalars(select(post.level).where(post.key == indicator.planned_for)))
    made = select(post.level).join(belongs, belongs.post_key == post.key)
    return set(db.scalars(made.where(belongs.group_key == indicator.group).distinct()))


def _may_lie_in(level: Level, levels: set[Level], wanted: Level | None) -> bool:
    """Return whether posts of these levels are held within areas of a level."""
    counted = levels if wanted is None else {wanted}
    return any(_LEVELS.index(one) >= _LEVELS.index(level) for one in counted)


def _held_aside(db: Session, extent: Extent, indicator: Indicator) -> Sequence[str]:
    """Return the paths of areas in which units that are left out have holders of the group."""
    if not _leaves_out(extent, indicator):
        return ()
    stand = placed(extent).subquery()
    is_held = _is_held(indicator, extent, stand)
    found = select(stand.c.path).distinct().where(_is_marked(stand, extent), is_held)
    return db.scalars(found).all()


def _is_marked(stand: Any, extent: Extent) -> ColumnElement[bool]:
    """Return the condition that a unit is marked on the day: a whole country has few of them.

    Asked like this, databases begin with those; joined, they begin with every unit there is.
    """
    left = people.UnitExclusion
    marked = select(left.org_unit_id).where(left.valid_on(extent.day), _known(left, extent))
    found: ColumnElement[bool] = stand.c.org_unit_id.in_(marked)
    return found


def _is_held(indicator: Indicator, extent: Extent, stand: Any) -> ColumnElement[bool]:
    """Return the condition that somebody of the group serves in the unit on the day."""
    held: Any = people.PlannedPost if indicator.planned_for else people.Tenure
    posts = (
        [indicator.planned_for]
        if indicator.planned_for
        else select(people.PostGroup.post_key).where(
            people.PostGroup.group_key == indicator.group, people.PostGroup.valid_on(extent.day)
        )
    )
    return exists().where(
        held.org_unit_id == stand.c.org_unit_id,
        held.post_key.in_(posts),
        held.valid_on(extent.day),
        _known(held, extent),
    )


def _known(table: Any, extent: Extent) -> ColumnElement[bool]:
    moment = extent.known_at
    known: ColumnElement[bool] = table.is_current() if moment is None else table.known_at(moment)
    return known


def _leaves_out(extent: Extent, indicator: Indicator) -> bool:
    """Return whether the indicator leaves marked units out on the day."""
    rule = indicator.exclusion
    return rule is not None and rule.first <= extent.day <= rule.last


def left_out_of(db: Session, extent: Extent, indicator: Indicator) -> LeftOut:
    """Return the units within the area that the indicator leaves out on the day; one query.

    They come in the order of the areas they stand in.
    """
    if not _leaves_out(extent, indicator):
        return LeftOut()
    rows = db.execute(_excluded(extent))
    return LeftOut(
        tuple(
            Excluded(unit, name, place, people.EXCLUSION_REASON_NAMES[reason], decision or "")
            for unit, name, place, reason, decision in rows
        )
    )


def _excluded(extent: Extent) -> Select[Any]:
    stand, left, unit = placed(extent).subquery(), people.UnitExclusion, people.OrgUnit
    return (
        select(unit.id, unit.name, stand.c.full_name, left.reason, left.decision)
        .join(stand, stand.c.org_unit_id == unit.id)
        .join(left, left.org_unit_id == unit.id)
        .where(left.valid_on(extent.day), _known(left, extent), _is_marked(stand, extent))
        .order_by(stand.c.sort_key, unit.name_folded, unit.id)
    )
