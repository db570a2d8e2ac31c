"""Who holds a post that a right follows, and was not given it: after an election, a rotation."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from elearn import areas, people
from elearn.access import Actor, Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.reader import role_rule_on

MOST = 500
_GIVING = (Role.ADMINISTRATOR, Role.CENTRAL)


@dataclass(frozen=True, slots=True)
class Chair:
    """A person in a post, the unit, and the area over which the right would be given."""

    tenure_id: int
    person_id: int
    full_name: str
    unit: str
    area_id: int
    area: str


def chairs_without_rights(db: Session, actor: Actor, *, day: date) -> list[Chair]:
    """Return the heads of communes, where the actor decides, who do not administer them yet.

    In the order of the areas, 500 at most; one query. Only the first of the posts that such a right
    follows is asked for: a deputy is given it by hand.
    """
    posts = role_rule_on(day).posts_for(Role.ADMINISTRATOR, areas.Level.COMMUNE)
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    stands = and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(day))
    there = and_(version.area_id == place.area_id, version.is_current(), version.valid_on(day))
    found = (
        select(tenure.id, people.Person.id, people.Person.full_name, people.OrgUnit.name)
        .add_columns(version.area_id, version.full_name)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(people.OrgUnit, people.OrgUnit.id == tenure.org_unit_id)
        .join(place, stands)
        .join(version, there)
        .join(areas.Area, areas.Area.id == version.area_id)
        .where(tenure.post_key.in_(posts[:1]), tenure.is_current(), tenure.valid_on(day))
        .where(areas.Area.level == areas.Level.COMMUNE, areas.below(_decided(actor)))
        .where(~_given(day))
        .order_by(version.path, tenure.id)
        .limit(MOST)
    )
    return [Chair(*row) for row in db.execute(found)]


def _decided(actor: Actor) -> tuple[str, ...]:
    return tuple(
        grant.area_path for grant in actor.grants if grant.role in _GIVING and not grant.proposes
    )


def _given(day: date) -> ColumnElement[bool]:
    """Return the condition that the right was given for this post, in whichever entry of hers."""
    holder = aliased(people.Person)
    whole = func.coalesce(people.Person.same_as_id, people.Person.id)
    return exists(
        select(RoleGrant.id)
        .join(holder, holder.id == RoleGrant.person_id)
        .where(RoleGrant.post_key == people.Tenure.post_key)
        .where(RoleGrant.org_unit_id == people.Tenure.org_unit_id)
        .where(RoleGrant.role == Role.ADMINISTRATOR, RoleGrant.is_current())
        .where(or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day))
        .where(func.coalesce(holder.same_as_id, holder.id) == whole)
        .correlate(people.Tenure, people.Person)
    )
