"""Codes made before their owner rose: no hand below keeps the key to what was given above."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.access import Actor, Role
from elearn.accounts.models import Account, RoleGrant
from elearn.accounts.queries import actor_of, open_codes, present_path
from elearn.accounts.rules import may_grant
from elearn.accounts.service.codes import revoke_codes


def revoke_lower_codes(db: Session, actor: Actor, role_grant: RoleGrant, *, now: datetime) -> None:
    """Make codes void whose makers could not have given the right that their owner now has.

    What the giver made herself, or the shell, holds on; so do all if the right is to learn.
    """
    if role_grant.role is Role.LEARNER:
        return
    entries = people.entry_ids(role_grant.person_id)
    hers = db.scalars(select(Account.id).where(Account.person_id.in_(entries))).all()
    lower = [
        account_id
        for account_id, code in open_codes(db, hers, now=now).items()
        if code.made_by_id not in (None, actor.person_id)
        and not _could_give(db, code.made_by_id, role_grant, now)
    ]
    if lower:
        revoke_codes(db, lower, now=now)


def _could_give(db: Session, maker_id: int | None, role_grant: RoleGrant, now: datetime) -> bool:
    day = clock.day_of(now)
    maker = actor_of(db, maker_id, day=day)
    return may_grant(maker, role_grant.role, present_path(db, role_grant.area_id, day))
