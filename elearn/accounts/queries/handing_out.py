"""Whom a hand may give a code: nobody whose account opens more than that hand could have given."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from elearn import areas, clock, people
from elearn.access import OPERATOR, Actor, Role
from elearn.accounts.models import Account, ActivationCode, RoleGrant
from elearn.accounts.queries.presence import grants_held
from elearn.accounts.rules import BY_ADMINISTRATORS

_THE_COUNTRY = 2  # Slashes in its path.


@dataclass(frozen=True, slots=True)
class HandOut:
    """An occasion on which slips are given: by whom, when, and since when a code made holds."""

    actor: Actor
    now: datetime
    since: datetime | None = None

    @property
    def day(self) -> date:
        return clock.day_of(self.now)


def actor_of(db: Session, person_id: int | None, *, day: date) -> Actor:
    """Return somebody with the rights in force, as she would act now; nobody is the shell."""
    if person_id is None:
        return OPERATOR
    return Actor(person_id, tuple(grants_held(db, person_id, day)))


def is_due(hand_out: HandOut) -> ColumnElement[bool]:
    """Return the condition that an account never had a password and has no code that holds.

    A slip opens what its account may do. So whoever was given more than the actor could have given
    is not due one from her, exactly as she is told no code by her.
    """
    code = ActivationCode
    holds = [code.account_id == Account.id, code.used_at.is_(None), code.revoked_at.is_(None)]
    holds.append(code.expires_at > hand_out.now)
    if hand_out.since is not None:
        holds.append(code.made_at >= hand_out.since)
    return and_(
        Account.password_hash.is_(None),
        Account.closed_at.is_(None),
        ~exists(select(code.id).where(*holds).correlate(Account)),
        ~_holds_more(hand_out.actor, hand_out.day),
    )


def _holds_more(actor: Actor, day: date) -> ColumnElement[bool]:
    """Return the condition that an owner was given, or will be, what the actor could not give."""
    scopes = actor.as_decider().scopes(Role.CENTRAL)
    if any(scope.count("/") <= _THE_COUNTRY for scope in scopes):
        return false()
    place, version = people.OrgUnitPlace, areas.AreaVersion
    over = func.coalesce(place.area_id, RoleGrant.area_id)
    stands = and_(place.org_unit_id == RoleGrant.org_unit_id, place.valid_on(day))
    there = and_(version.area_id == over, version.is_current(), version.valid_on(day))
    return exists(
        select(RoleGrant.id)
        .outerjoin(place, stands)
        .outerjoin(version, there)
        .where(RoleGrant.person_id.in_(_entries()), RoleGrant.role != Role.LEARNER)
        .where(RoleGrant.is_current())
        .where(or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day))
        .where(or_(version.id.is_(None), ~_may_give(actor)))
        .correlate(Account)
    )


def _entries() -> Select[int]:
    """Return the keys of every entry of the owner of an account."""
    owner, entry = aliased(people.Person), aliased(people.Person)
    whole = func.coalesce(owner.same_as_id, owner.id)
    hers = or_(entry.id == whole, entry.same_as_id == whole)
    found = select(entry.id).join(owner, hers).where(owner.id == Account.person_id)
    return found.correlate(Account)


def _may_give(actor: Actor) -> ColumnElement[bool]:
    """Return what `may_grant` says, of a grant and the version of its area."""
    firm = actor.as_decider()
    by_her = and_(
        RoleGrant.role.in_(BY_ADMINISTRATORS), areas.below(firm.scopes(Role.ADMINISTRATOR))
    )
    return or_(areas.below(firm.scopes(Role.CENTRAL)), by_her)
