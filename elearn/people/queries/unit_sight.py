"""Which organisation units an actor may see: asked of one and of a list by the same condition."""

from sqlalchemy import ColumnElement, false, or_, select, true
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.people.models import OrgUnit, OrgUnitPlace
from elearn.people.queries.sight import scope_of
from elearn.text import msg


def unit_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `OrgUnit` that the actor may see it; at most one query to make it.

    Who administers or inspects an area sees what stands or stood there, or in what passed into it.
    """
    scope = scope_of(db, actor)
    if scope.is_everything:
        return true()
    if not (scope.communes or scope.paths):
        return false()
    version = areas.AreaVersion
    below = select(version.area_id).where(areas.below(scope.paths), version.is_current())
    communes = OrgUnitPlace.area_id.in_(sorted(scope.communes))
    there = or_(communes, OrgUnitPlace.area_id.in_(below))
    return OrgUnit.id.in_(select(OrgUnitPlace.org_unit_id).where(there))


def unit_seen_by(db: Session, actor: Actor, unit_id: int) -> OrgUnit:
    """Return the organisation unit.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    unit = db.scalar(select(OrgUnit).where(OrgUnit.id == unit_id, unit_visible_to(db, actor)))
    if unit is None:
        raise NotFound(msg("Không có đơn vị này trong phạm vi anh/chị được xem."))
    return unit
