"""Which classes somebody may see, and which she answers for."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, exists, false, select, true
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import Actor, Role
from elearn.classes.models import TrainingClass
from elearn.errors import Forbidden, NotFound
from elearn.text import msg

MANAGING = (Role.ADMINISTRATOR, Role.CENTRAL)
SEEING = (*MANAGING, Role.INSPECTOR)
_EVERYWHERE = "/"


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `TrainingClass` that the actor may see it; at most one query.

    Who administers or inspects an area sees the classes of it, of what lies below it, and of what
    passed into it. An instructor answers for what is taught, not for people: she sees none.
    """
    return _within(db, actor, SEEING)


def manageable_by(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `TrainingClass` that the actor answers for it; at most one query.

    Who only proposes in her commune, looks at its classes: the province answers for them.
    """
    return _within(db, actor.as_decider(), MANAGING)


def _within(db: Session, actor: Actor, roles: tuple[Role, ...]) -> ColumnElement[bool]:
    reach = _reach(db, actor, roles)
    if _EVERYWHERE in reach:
        return true()
    if not reach:
        return false()
    place = areas.AreaVersion
    below = areas.below(reach)
    stood = exists(select(place.id).where(place.area_id == TrainingClass.area_id, below))
    return stood.where(place.is_current()).correlate(TrainingClass)


def _reach(db: Session, actor: Actor, roles: tuple[Role, ...]) -> tuple[str, ...]:
    """Return the paths over which a role is held, with those of what passed into them."""
    scopes = actor.scopes(*roles)
    if any(scope.count("/") <= 2 for scope in scopes):  # The country, or the shell: all there is.
        return (_EVERYWHERE,)
    return areas.reach_of(db, scopes)


def may_see(db: Session, actor: Actor, training_class: TrainingClass) -> bool:
    """Return whether the actor may see this class."""
    return _holds(db, visible_to(db, actor), training_class.id)


def may_manage(db: Session, actor: Actor, training_class: TrainingClass) -> bool:
    """Return whether the actor answers for this class: only then may she change anything."""
    return _holds(db, manageable_by(db, actor), training_class.id)


def _holds(db: Session, condition: ColumnElement[bool], class_id: int) -> bool:
    found = select(TrainingClass.id).where(TrainingClass.id == class_id, condition)
    return db.scalar(found) is not None


def answered_for(
    db: Session, actor: Actor, places: Iterable[areas.AreaVersion]
) -> list[areas.AreaVersion]:
    """Return which of the places lie in what the actor answers for, or passed into it."""
    reach = _reach(db, actor.as_decider(), MANAGING)
    return [place for place in places if place.path.startswith(reach)]


def answers_for(db: Session, actor: Actor, place: areas.AreaVersion) -> bool:
    return bool(answered_for(db, actor, [place]))


def class_seen_by(db: Session, actor: Actor, class_id: int) -> TrainingClass:
    """Return the class.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = select(TrainingClass).where(TrainingClass.id == class_id, visible_to(db, actor))
    training_class = db.scalar(found)
    if training_class is None:
        raise NotFound(msg("Không có lớp này trong phạm vi anh/chị được xem."))
    return training_class


def class_managed_by(db: Session, actor: Actor, class_id: int) -> TrainingClass:
    """Return the class to somebody who may change it.

    :raise NotFound: if there is none, or the actor may not know of it.
    :raise Forbidden: if she may only look.
    """
    training_class = class_seen_by(db, actor, class_id)
    refuse_onlookers(db, actor, training_class)
    return training_class


def refuse_onlookers(db: Session, actor: Actor, training_class: TrainingClass) -> None:
    """Stop somebody who may look at a class and no more.

    :raise Forbidden: unless the actor answers for it.
    """
    if not may_manage(db, actor, training_class):
        raise Forbidden(
            msg("Lớp này do người phụ trách địa bàn của lớp quản lý. Anh/chị chỉ xem được.")
        )
