"""Give a person a role over an area, and end it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, audit, clock
from elearn.access import Actor, Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.rules import may_grant
from elearn.errors import Forbidden, InvalidInput
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Granted:
    """A role over an area on the days from–to, both included."""

    role: Role
    area_id: int
    valid_from: date
    valid_to: date | None = None


def grant(
    db: Session, actor: Actor, person_id: int, granted: Granted, *, now: datetime
) -> RoleGrant:
    """Give a person a role; the same grant given twice is given once.

    :raise Forbidden: if the actor may not grant this role over this area.
    :raise NotFound: if the area does not exist today.
    :raise InvalidInput: if the grant ends before it begins.
    """
    if granted.valid_to is not None and granted.valid_to < granted.valid_from:
        raise InvalidInput(valid_to=msg("Ngày cuối không được trước ngày đầu."))
    _check(db, actor, granted.role, granted.area_id, now=now)
    given = select(RoleGrant).where(
        RoleGrant.person_id == person_id,
        RoleGrant.role == granted.role,
        RoleGrant.area_id == granted.area_id,
        RoleGrant.valid_from == granted.valid_from,
        RoleGrant.valid_to.is_not_distinct_from(granted.valid_to),
        RoleGrant.is_current(),
    )
    return db.scalar(given) or _add(db, actor, person_id, granted, now=now)


def end_grant(
    db: Session, actor: Actor, role_grant: RoleGrant, *, last_day: date, now: datetime
) -> None:
    """End a grant after a day; what was known of it before stays on record.

    A last day before the first takes it back altogether.

    :raise Forbidden: if the actor may not grant this role over this area.
    """
    _check(db, actor, role_grant.role, role_grant.area_id, now=now)
    role_grant.superseded_at = now
    told = {"last_day": last_day.isoformat()}
    audit.record(db, actor, "grant.ended", "role_grant", role_grant.id, now=now, details=told)
    if last_day >= role_grant.valid_from:
        shorter = Granted(role_grant.role, role_grant.area_id, role_grant.valid_from, last_day)
        _add(db, actor, role_grant.person_id, shorter, now=now)


def _check(db: Session, actor: Actor, role: Role, area_id: int, *, now: datetime) -> None:
    if not may_grant(actor, role, areas.path_on(db, area_id, clock.day_of(now))):
        raise Forbidden(
            msg("Vai trò này do cấp trên của đơn vị cấp. Đề nghị người quản trị cấp trên.")
        )


def _add(
    db: Session, actor: Actor, person_id: int, granted: Granted, *, now: datetime
) -> RoleGrant:
    added = RoleGrant(
        person_id=person_id,
        role=granted.role,
        area_id=granted.area_id,
        valid_from=granted.valid_from,
        valid_to=granted.valid_to,
        granted_by_id=actor.person_id,
        recorded_at=now,
    )
    db.add(added)
    db.flush()
    audit.record(db, actor, "grant.given", "role_grant", added.id, now=now)
    return added
