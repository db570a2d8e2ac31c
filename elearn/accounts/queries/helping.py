"""Whose account a helper may see, and whom she may help back in."""

from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Actor, Grant, Role
from elearn.accounts.models import Account, RoleGrant
from elearn.accounts.queries.roster import held_on
from elearn.accounts.rules import may_help
from elearn.errors import NotFound
from elearn.text import msg


def account_seen_by(db: Session, actor: Actor, account_id: int) -> Account:
    """Return the account.

    :raise NotFound: if there is none, and equally if the actor may not know of its owner.
    """
    account = db.get(Account, account_id)
    if account is None or not _may_see(db, actor, account):
        raise NotFound(msg("Không có tài khoản này trong phạm vi anh/chị được xem."))
    return account


def _may_see(db: Session, actor: Actor, account: Account) -> bool:
    return people.may_see(db, actor, people.person_by_id(db, account.person_id))


def helps(db: Session, actor: Actor, account: Account, *, day: date) -> bool:
    """Return whether the actor may give the account a new code; four queries and more.

    Not her own: whoever finds her telephone unlocked must not be able to, either. Who moved away is
    helped where she works now; who has no post, where she was granted something.
    """
    if actor.person_id == account.person_id:
        return False
    held = _held(db, account.person_id, day)
    places = _places(db, account.person_id, day) or [grant.area_path for grant in held]
    return may_help(actor, places, held) or actor.decides(_root(db, day), Role.CENTRAL)


def decides(db: Session, actor: Actor, account: Account, *, day: date) -> bool:
    """Return whether the actor may close the account: one who helps, and not only proposes."""
    firm = tuple(grant for grant in actor.grants if not grant.proposes)
    return helps(db, Actor(actor.person_id, firm, actor.origin), account, day=day)


def _places(db: Session, person_id: int, day: date) -> list[str]:
    """Return the paths of the areas where a human being holds a post."""
    hers = people.Tenure.person_id.in_(people.entry_ids(person_id))
    return list(db.scalars(held_on(day).with_only_columns(areas.AreaVersion.path).where(hers)))


def _held(db: Session, person_id: int, day: date) -> list[Grant]:
    """Return what she was granted that is in force, or will be, over each area it reaches."""
    place = people.OrgUnitPlace
    stands = and_(place.org_unit_id == RoleGrant.org_unit_id, place.valid_on(day))
    given = (
        select(RoleGrant, place.area_id)
        .outerjoin(place, stands)
        .where(RoleGrant.person_id.in_(people.entry_ids(person_id)), RoleGrant.is_current())
        .where(or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day))
    )
    return [
        Grant(grant.role, path, grant.valid_from, grant.valid_to)
        for grant, stands_in in db.execute(given)
        for path in areas.heirs_of(db, stands_in or grant.area_id, day)
    ]


def _root(db: Session, day: date) -> str:
    return areas.path_on(db, areas.root(db).id, day)
