"""Who administers an area, so that she is told what waits there for her decision."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.queries.grants import in_force
from elearn.accounts.reader import role_rule_on


def deciders_over(db: Session, area_ids: Collection[int], *, day: date) -> list[int]:
    """Return the persons who administer one of the areas that day, and not only to propose.

    An area that has ended counts as what it is that day, and a right over one that has ended
    reaches what became of its communes. Where nobody does, it is who answers for the country.
    """
    paths = {path for area_id in area_ids for path in areas.heirs_of(db, area_id, day)}
    version = areas.AreaVersion
    has_ended = version.id.is_(None) & RoleGrant.area_id.in_(_keys(areas.reach_of(db, paths)))
    found = (
        _granted(Role.ADMINISTRATOR, day)
        .join(areas.Area, areas.Area.id == RoleGrant.area_id)
        .outerjoin(
            version,
            and_(version.area_id == areas.Area.id, version.is_current(), version.valid_on(day)),
        )
        .where(or_(RoleGrant.area_id.in_(_keys(paths)), has_ended))
        .add_columns(areas.Area.level)
    )
    rule = role_rule_on(day)
    hers = [
        who for who, level in db.execute(found) if not rule.only_proposes(Role.ADMINISTRATOR, level)
    ]
    return list(dict.fromkeys(hers or db.scalars(_granted(Role.CENTRAL, day))))


def holders_of(db: Session, role: Role, *, day: date) -> list[int]:
    """Return the persons who hold a role anywhere that day."""
    return list(dict.fromkeys(db.scalars(_granted(role, day))))


def _granted(role: Role, day: date) -> Select[int]:
    held = select(RoleGrant.person_id).join(people.Person, people.Person.id == RoleGrant.person_id)
    held = held.where(RoleGrant.role == role, RoleGrant.is_current(), in_force(day))
    return held.order_by(RoleGrant.id)


def _keys(paths: Iterable[str]) -> set[int]:
    """Return the areas that paths lead through."""
    return {int(key) for path in paths for key in path.strip("/").split("/")}
