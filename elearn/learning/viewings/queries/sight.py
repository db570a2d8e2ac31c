"""Who may see a shared viewing, who may lead one and where, side by side."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, false, or_, select, true
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Actor, Role
from elearn.errors import Forbidden, NotFound
from elearn.learning.viewings.models import SharedViewing
from elearn.text import msg

#: Who only proposes may lead as well: nobody is nearer to those who sit there.
LEADING = (Role.ADMINISTRATOR,)
_COUNTRY = 2  # Of "/" and "/1/": the slashes, at most.
V = SharedViewing


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `SharedViewing` that the actor may see it; at most one query.

    Whoever led it does, and who administers or inspects the area of its roster.
    """
    hers = V.led_by_id.in_(people.entry_ids(actor.person_id)) if actor.person_id else false()
    return or_(hers, _stands_within(db, actor.scopes(*people.SEEING)))


def _stands_within(db: Session, scopes: Sequence[str]) -> ColumnElement[bool]:
    if any(scope.count("/") <= _COUNTRY for scope in scopes):
        return true()
    if not scopes:
        return false()
    place = areas.AreaVersion
    stood = exists(select(place.id).where(place.area_id == V.area_id, place.is_current()))
    return stood.where(areas.below(areas.reach_of(db, scopes))).correlate(V)


def viewing_seen_by(db: Session, actor: Actor, token: str) -> SharedViewing:
    """Return the viewing.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = db.scalar(select(V).where(V.token == token, visible_to(db, actor)))
    if found is None:
        raise NotFound(msg("Không có buổi xem chung này trong phạm vi anh/chị được xem."))
    return found


def may_lead(db: Session, actor: Actor, viewing: SharedViewing) -> bool:
    """Return whether the actor opened this viewing, and still answers for the area of its roster.

    Two queries.
    """
    if actor.person_id is None or not actor.has(*LEADING):
        return False
    hers = V.led_by_id.in_(people.entry_ids(actor.person_id))
    within = _stands_within(db, actor.scopes(*LEADING))
    return db.scalar(select(V.id).where(V.id == viewing.id, hers, within)) is not None


def viewing_led_by(db: Session, actor: Actor, token: str) -> SharedViewing:
    """Return the viewing to whoever opened it.

    :raise NotFound: if there is none, or the actor may not know of it.
    :raise Forbidden: if she may only look.
    """
    viewing = viewing_seen_by(db, actor, token)
    if not may_lead(db, actor, viewing):
        raise Forbidden(msg("Chỉ người mở buổi xem chung này mới làm được việc này."))
    return viewing


def areas_led_in(db: Session, actor: Actor, day: date) -> Sequence[areas.AreaVersion]:
    """Return the areas from whose rosters the actor may mark people, each before what lies in it.

    They are those of her grants and what lies directly in them; a query each and one more.
    """
    keys = dict.fromkeys(_last(path) for path in actor.scopes(*LEADING))
    tops = areas.versions_on(db, [key for key in keys if key], day)
    return [
        place for top in tops.values() for place in (top, *areas.children_of(db, top.area_id, day))
    ]


def _last(path: str) -> int:
    """Return the key of the area a path leads to; 0 for the path of everything."""
    return int(path.strip("/").rpartition("/")[2] or 0)
