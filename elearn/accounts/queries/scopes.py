"""Over what a right is given: an area that stands today, and a post held in it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Actor, Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.reader import role_rule_on
from elearn.accounts.rules import may_grant
from elearn.errors import InvalidInput
from elearn.text import Message, msg

_TOLD = 3


def present_path(db: Session, area_id: int, day: date) -> str:
    """Return the path of an area that stands on the day.

    :raise InvalidInput: if it does not; the message tells what it is now.
    """
    version = areas.versions_on(db, [area_id], day).get(area_id)
    if version is None:
        raise InvalidInput(area=_gone(db, area_id))
    return version.path


def _gone(db: Session, area_id: int) -> Message:
    name = areas.versions_of(db, areas.area_by_id(db, area_id).id)[-1].full_name
    heirs = areas.successors_of(db, [area_id]).get(area_id, [])
    if not heirs:
        return msg("%(name)s không còn nữa. Chọn đơn vị hiện có.", name=name)
    told = "; ".join(heir.address for heir in heirs[:_TOLD])
    if len(heirs) > _TOLD:
        told += "; …"
    return msg(
        "%(name)s không còn nữa, nay là %(heirs)s. Chọn đơn vị hiện có.", name=name, heirs=told
    )


def paths_of(db: Session, role_grant: RoleGrant, day: date) -> tuple[str, ...]:
    """Return the paths a grant reaches on the day, whether or not it is in force.

    What reaches nothing any more is the affair of those who answer for the country.
    """
    reached = areas.heirs_of(db, role_grant.area_id, day)
    return reached or (areas.path_on(db, areas.root(db).id, day),)


def may_end(db: Session, actor: Actor, role_grant: RoleGrant, day: date) -> bool:
    """Return whether the actor may end a grant: whether she may give it over all it reaches."""
    paths = paths_of(db, role_grant, day)
    return all(may_grant(actor, role_grant.role, path) for path in paths)


def post_followed(
    db: Session, person_id: int, role: Role, area: tuple[int, areas.Level], *, day: date
) -> people.Tenure | None:
    """Return the tenure a person's role over an area follows; none if such a role follows none.

    :raise InvalidInput: if it would follow one, and she holds none of the posts there.
    """
    area_id, level = area
    posts = role_rule_on(day).posts_for(role, level)
    if not posts:
        return None
    held = _held(db, person_id, posts, area_id, day)
    if not held:
        named = select(people.Post.name).where(people.Post.key.in_(posts))
        told = ", ".join(db.scalars(named.order_by(people.Post.rank)))
        raise InvalidInput(
            area=msg(
                "Quyền này đi theo chức danh (%(posts)s), mà người này không giữ ở đơn vị đó."
                " Ghi chức danh vào hồ sơ trước.",
                posts=told,
            )
        )
    return min(held, key=lambda tenure: posts.index(tenure.post_key))


def _held(
    db: Session, person_id: int, posts: Sequence[str], area_id: int, day: date
) -> Sequence[people.Tenure]:
    tenure, place = people.Tenure, people.OrgUnitPlace
    return db.scalars(
        select(tenure)
        .join(place, place.org_unit_id == tenure.org_unit_id)
        .where(tenure.person_id.in_(people.entry_ids(person_id)), tenure.post_key.in_(posts))
        .where(tenure.is_current(), tenure.valid_on(day))
        .where(place.area_id == area_id, place.valid_on(day))
        .order_by(tenure.id)
    ).all()
