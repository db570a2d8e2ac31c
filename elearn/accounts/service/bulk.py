"""Give accounts to everybody in some posts of an area at once."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from elearn import areas, audit, clock, people
from elearn.access import Actor, Role
from elearn.accounts.models import Account, RoleGrant
from elearn.accounts.queries import Newcomer, newcomers
from elearn.accounts.rules import name_stem, numbered
from elearn.accounts.service.slips import refuse_strangers
from elearn.errors import InvalidInput
from elearn.text import msg

_AT_ONCE = 10_000  # Values in one question: databases bear some thirty thousand.


def make_accounts(
    db: Session, actor: Actor, area: areas.AreaVersion, posts: Collection[str], *, now: datetime
) -> int:
    """Give an account to whoever holds one of the posts in an area and has none; return how many.

    Each may learn in the area of her first post. Nobody can sign in yet: for that she is handed a
    code. Some ten statements, however many people; written down once.

    :raise NotFound: if the area is not the actor's to help in, or a post is none.
    :raise InvalidInput: if no post is named.
    """
    refuse_strangers(actor, area)
    check_posts(db, posts)
    today = clock.day_of(now)
    new = newcomers(db, area.path, posts, day=today)
    if new:
        _insert_accounts(db, new, now)
        _insert_grants(db, actor, new, today, now)
        told = {"count": len(new), "posts": sorted(posts)}
        audit.record(db, actor, "accounts.made", "area", area.area_id, now=now, details=told)
    return len(new)


def check_posts(db: Session, posts: Collection[str]) -> None:
    """Make sure that posts are named, and that they are posts.

    :raise InvalidInput: if none is.
    :raise NotFound: if one of them is no post.
    """
    if not posts:
        raise InvalidInput(posts=msg("Chọn ít nhất một chức danh."))
    for key in posts:
        people.post_by_key(db, key)


def _insert_accounts(db: Session, new: Sequence[Newcomer], now: datetime) -> None:
    stems = [name_stem(one.full_name) for one in new]
    names = numbered(stems, _taken(db, set(stems)))
    rows = [
        {"person_id": one.person_id, "user_name": name, "created_at": now}
        for one, name in zip(new, names, strict=True)
    ]
    db.execute(insert(Account), rows)


def _taken(db: Session, stems: Iterable[str]) -> list[str]:
    """Return the user names that are one of these stems and a number."""
    stem = func.rtrim(Account.user_name, "0123456789")
    all_ = sorted(stems)
    return [
        name
        for first in range(0, len(all_), _AT_ONCE)
        for name in db.scalars(
            select(Account.user_name).where(stem.in_(all_[first : first + _AT_ONCE]))
        )
    ]


def _insert_grants(
    db: Session, actor: Actor, new: Sequence[Newcomer], today: date, now: datetime
) -> None:
    given = {
        "role": Role.LEARNER,
        "valid_from": today,
        "granted_by_id": actor.person_id,
        "recorded_at": now,
    }
    rows = [given | {"person_id": one.person_id, "area_id": one.area_id} for one in new]
    db.execute(insert(RoleGrant), rows)
