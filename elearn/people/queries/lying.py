"""Whether what belongs to an area lies where an actor answers: one condition for all of it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, false, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from elearn import areas
from elearn.people.queries.sight import OF_A_PROVINCE


def lies_in(
    db: Session, area_id: InstrumentedAttribute[int], scopes: Collection[str]
) -> ColumnElement[bool]:
    """Return the condition that a row's area lies there, or passed into what lies there."""
    if any(scope.count("/") < OF_A_PROVINCE for scope in scopes):
        return true()
    if not scopes:
        return false()
    version, reach = areas.AreaVersion, areas.below(areas.reach_of(db, scopes))
    there = select(version.id).where(version.area_id == area_id, reach)
    return exists(there.correlate(area_id.class_))
