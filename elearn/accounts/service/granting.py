"""Give a person a role over an area, and end it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, audit, clock
from elearn.access import Actor, Role
from elearn.accounts.models import RoleGrant
from elearn.accounts.queries import bearing_entry, may_end, post_followed, present_path
from elearn.accounts.rules import may_grant
from elearn.accounts.service.lower_hands import revoke_lower_codes
from elearn.db import changed
from elearn.errors import Forbidden, InvalidInput
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Granted:
    """A role over an area on the days from–to, both included; perhaps while a post is held."""

    role: Role
    area_id: int
    valid_from: date
    valid_to: date | None = None
    post_key: str | None = None
    org_unit_id: int | None = None


def grant(
    db: Session, actor: Actor, person_id: int, granted: Granted, *, now: datetime
) -> RoleGrant:
    """Give a person a role; the same grant given twice is given once.

    It goes to the entry of hers that has her account. A role that the rule of the day ties to a
    post follows the one she holds in the area. A code she holds is void if whoever made it could
    not have given her the role: it would open that, too.

    :raise Forbidden: if the actor may not grant this role over this area.
    :raise InvalidInput: if the grant ends before it begins, if the area does not stand today, or if
        she holds none of the posts in it that such a role follows.
    """
    if granted.valid_to is not None and granted.valid_to < granted.valid_from:
        raise InvalidInput(valid_to=msg("Ngày cuối không được trước ngày đầu."))
    today, person_id = clock.day_of(now), bearing_entry(db, person_id)
    if not may_grant(actor, granted.role, present_path(db, granted.area_id, today)):
        raise _not_hers()
    tied = _tied(db, person_id, granted, today)
    there = _given(db, person_id, tied)
    if there is None:
        there = _add(db, actor, person_id, tied, now=now)
        revoke_lower_codes(db, actor, there, now=now)
        changed(db, "grant", there.id, now=now)
    return there


def _given(db: Session, person_id: int, granted: Granted) -> RoleGrant | None:
    """Return the very same grant, if the person holds it already."""
    given = select(RoleGrant).where(
        RoleGrant.person_id == person_id,
        RoleGrant.role == granted.role,
        RoleGrant.area_id == granted.area_id,
        RoleGrant.valid_from == granted.valid_from,
        RoleGrant.valid_to.is_not_distinct_from(granted.valid_to),
        RoleGrant.post_key.is_not_distinct_from(granted.post_key),
        RoleGrant.org_unit_id.is_not_distinct_from(granted.org_unit_id),
        RoleGrant.is_current(),
    )
    return db.scalar(given)


def end_grant(
    db: Session, actor: Actor, role_grant: RoleGrant, *, last_day: date, now: datetime
) -> None:
    """End a grant after a day; what was known of it before stays on record.

    A last day before the first takes it back altogether; one after its own end changes nothing.

    :raise Forbidden: if the actor may not grant this role over all that the grant reaches.
    """
    if not may_end(db, actor, role_grant, clock.day_of(now)):
        raise _not_hers()
    if role_grant.valid_to is not None and last_day >= role_grant.valid_to:
        return
    role_grant.superseded_at = now
    told = {"last_day": last_day.isoformat()}
    audit.record(db, actor, "grant.ended", "role_grant", role_grant.id, now=now, details=told)
    if last_day >= role_grant.valid_from:
        shorter = Granted(
            role_grant.role,
            role_grant.area_id,
            role_grant.valid_from,
            last_day,
            role_grant.post_key,
            role_grant.org_unit_id,
        )
        _add(db, actor, role_grant.person_id, shorter, now=now)


def _not_hers() -> Forbidden:
    return Forbidden(
        msg("Vai trò này do cấp trên của đơn vị cấp. Đề nghị người quản trị cấp trên.")
    )


def _tied(db: Session, person_id: int, granted: Granted, today: date) -> Granted:
    """Return the grant with the post it follows, where its role follows one."""
    day = max(today, granted.valid_from)
    level = areas.area_by_id(db, granted.area_id).level
    tie = post_followed(db, person_id, granted.role, (granted.area_id, level), day=day)
    return replace(granted, post_key=tie.post_key, org_unit_id=tie.org_unit_id) if tie else granted


def _add(
    db: Session, actor: Actor, person_id: int, granted: Granted, *, now: datetime
) -> RoleGrant:
    added = RoleGrant(
        person_id=person_id,
        role=granted.role,
        area_id=granted.area_id,
        valid_from=granted.valid_from,
        valid_to=granted.valid_to,
        post_key=granted.post_key,
        org_unit_id=granted.org_unit_id,
        granted_by_id=actor.person_id,
        recorded_at=now,
    )
    db.add(added)
    db.flush()
    audit.record(db, actor, "grant.given", "role_grant", added.id, now=now)
    return added
