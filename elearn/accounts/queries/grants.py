"""What people were granted: one person's rights, and a list of those within one's scope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select, true
from sqlalchemy.orm import Session, aliased

from elearn import areas, people
from elearn.access import Actor, Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.queries.presence import holds_post
from elearn.errors import NotFound
from elearn.text import msg

PAGE = 50
_THE_COUNTRY = 2  # Slashes in its path.


class State(StrEnum):
    """Which rights a list asks for."""

    IN_FORCE = "now"
    NOT_IN_FORCE = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of rights is narrowed to: a role, places below some paths, a state, a person."""

    role: Role | None = None
    paths: tuple[str, ...] = ()
    state: State = State.IN_FORCE
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A right as a page tells it: whose, over what, following which post, given by whom."""

    grant: RoleGrant
    person_id: int
    full_name: str
    area: areas.AreaVersion
    place: str
    post: str | None
    unit: str | None
    given_by: str | None
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class GrantPage:
    """One page of rights, and the key before which the next begins, if there is more."""

    rows: tuple[Held, ...]
    next_before: int | None


def grants_of(db: Session, person_id: int) -> Sequence[RoleGrant]:
    """Return the grants of a person as we know them now, whatever their dates, oldest first."""
    given = select(RoleGrant).where(RoleGrant.person_id == person_id, RoleGrant.is_current())
    return db.scalars(given.order_by(RoleGrant.valid_from, RoleGrant.id)).all()


def grants_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `RoleGrant` that the actor may see it; at most one query to make it.

    Who administers or inspects an area sees what was granted over it, over what lies in it, and
    over what passed into it.
    """
    scopes = actor.scopes(*people.SEEING)
    if any(scope.count("/") <= _THE_COUNTRY for scope in scopes):
        return true()
    return _over(areas.reach_of(db, scopes))


def may_see_grant(db: Session, actor: Actor, role_grant: RoleGrant) -> bool:
    """Return whether the actor may see this right."""
    seen = select(RoleGrant.id).where(RoleGrant.id == role_grant.id, grants_visible_to(db, actor))
    return db.scalar(seen) is not None


def grant_seen_by(db: Session, actor: Actor, grant_id: int) -> RoleGrant:
    """Return a right as we know it now.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = db.get(RoleGrant, grant_id)
    if found is None or found.superseded_at or not may_see_grant(db, actor, found):
        raise NotFound(msg("Không có quyền này trong phạm vi anh/chị được xem."))
    return found


def grants_page(
    db: Session, actor: Actor, wanted: Wanted, *, before: int | None = None, day: date
) -> GrantPage:
    """Return the rights the actor may see, the last given first; at most four queries."""
    found = _listed(day).where(RoleGrant.is_current(), grants_visible_to(db, actor))
    found = found.where(*_narrowed(wanted, day))
    if before:
        found = found.where(RoleGrant.id < before)
    rows = db.execute(found.order_by(RoleGrant.id.desc()).limit(PAGE + 1)).all()
    shown = rows[:PAGE]
    places = areas.places_on(db, [row[3] for row in shown], day)
    held = tuple(Held(*row[:4], places[row[3].id], *row[4:]) for row in shown)
    return GrantPage(held, shown[-1][0].id if len(rows) > PAGE else None)


def all_grants(db: Session, actor: Actor, wanted: Wanted, *, day: date) -> Iterator[Held]:
    """Yield all the rights the actor may see, page after page."""
    page = grants_page(db, actor, wanted, day=day)
    yield from page.rows
    while page.next_before:
        page = grants_page(db, actor, wanted, before=page.next_before, day=day)
        yield from page.rows


def held(db: Session, role_grant: RoleGrant, *, day: date) -> Held:
    """Return one right as a page tells it; two queries."""
    row = db.execute(_listed(day).where(RoleGrant.id == role_grant.id)).one()
    place = areas.places_on(db, [row[3]], day)[row[3].id]
    return Held(*row[:4], place, *row[4:])


def reached(db: Session, role_grant: RoleGrant, day: date) -> Sequence[areas.AreaVersion]:
    """Return the areas of today that a right over an area that is no more reaches, else none."""
    if role_grant.area_id in areas.versions_on(db, [role_grant.area_id], day):
        return ()
    there = areas.AreaVersion
    paths = areas.heirs_of(db, role_grant.area_id, day)
    found = select(there).where(there.path.in_(paths), there.is_current(), there.valid_on(day))
    return db.scalars(found.order_by(there.sort_key, there.id)).all()


def _narrowed(wanted: Wanted, day: date) -> list[ColumnElement[bool]]:
    asked = [] if wanted.state is State.ALL else [in_force(day)]
    if wanted.state is State.NOT_IN_FORCE:
        asked = [not_(in_force(day))]
    if wanted.role:
        asked.append(RoleGrant.role == wanted.role)
    if wanted.paths:
        asked.append(_over(wanted.paths))
    if wanted.person_id:
        asked.append(RoleGrant.person_id == wanted.person_id)
    return asked


def in_force(day: date) -> ColumnElement[bool]:
    """Return the condition that a right holds on the day; asked beside `Person`, its holder."""
    held = or_(RoleGrant.post_key.is_(None), holds_post(people.Person, day))
    return and_(RoleGrant.valid_on(day), held)


def _over(paths: tuple[str, ...]) -> ColumnElement[bool]:
    there = areas.AreaVersion
    return exists(
        select(there.id)
        .where(there.area_id == RoleGrant.area_id, there.is_current(), areas.below(paths))
        .correlate(RoleGrant)
    )


def _listed(day: date) -> Select[RoleGrant, int, str, areas.AreaVersion, str, str, str, bool]:
    version, giver = aliased(areas.AreaVersion), aliased(people.Person)
    other = aliased(areas.AreaVersion)
    latest = (
        select(func.max(other.valid_from))
        .where(other.area_id == version.area_id, other.superseded_at.is_(None))
        .where(other.valid_from <= day)
        .scalar_subquery()
    )
    told = and_(
        version.area_id == RoleGrant.area_id,
        version.superseded_at.is_(None),
        version.valid_from == latest,
    )
    return (
        select(RoleGrant, people.Person.id, people.Person.full_name, version)
        .add_columns(people.Post.name, people.OrgUnit.name, giver.full_name, in_force(day))
        .join(people.Person, people.Person.id == RoleGrant.person_id)
        .join(version, told)
        .outerjoin(people.Post, people.Post.key == RoleGrant.post_key)
        .outerjoin(people.OrgUnit, people.OrgUnit.id == RoleGrant.org_unit_id)
        .outerjoin(giver, giver.id == RoleGrant.granted_by_id)
    )
