"""Whom an actor may see: asked of one person and of a list by the same condition."""

from sqlalchemy import ColumnElement, exists, or_, select, true
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor, Role
from elearn.people.models import OrgUnitPlace, Person, Tenure
from elearn.people.queries.persons import nobody, person_by_id

SEEING = (Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR)


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Person` that the actor may see her; at most one query to make it.

    One sees oneself; who administers or inspects an area, everybody who holds or held a post in a
    unit that stood there or in what passed into it; who does so for the country, everybody.
    """
    scopes = actor.scopes(*SEEING)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell: all there is.
        return true()
    oneself = Person.id == actor.person_id
    if not scopes:
        return oneself
    return or_(oneself, _served_in(areas.reach_of(db, scopes)))


def _served_in(paths: tuple[str, ...]) -> ColumnElement[bool]:
    place = areas.AreaVersion
    return exists(
        select(Tenure.id)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == Tenure.org_unit_id)
        .join(place, place.area_id == OrgUnitPlace.area_id)
        .where(Tenure.person_id == Person.id, Tenure.is_current(), areas.below(paths))
        .correlate(Person)
    )


def may_see(db: Session, actor: Actor, person: Person) -> bool:
    """Return whether the actor may see this person."""
    seen = select(Person.id).where(Person.id == person.id, visible_to(db, actor))
    return db.scalar(seen) is not None


def person_seen_by(db: Session, actor: Actor, person_id: int) -> Person:
    """Return the person.

    :raise NotFound: if there is none, and equally if the actor may not know of her.
    """
    person = person_by_id(db, person_id)
    if not may_see(db, actor, person):
        raise nobody()
    return person
