"""Holding a class while something is changed in it: one hand at a time, and only if she may."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.classes.models import TrainingClass
from elearn.classes.queries import refuse_onlookers
from elearn.classes.rules import ClassState
from elearn.db import changed
from elearn.errors import Conflict, InvalidInput
from elearn.text import Message, msg, nfc

LONGEST_REASON = 500


def hold(
    db: Session, actor: Actor, training_class: TrainingClass, *states: ClassState
) -> TrainingClass:
    """Lock the class until the end of the transaction and return it as it is now.

    :raise Forbidden: unless the actor answers for it.
    :raise Conflict: if it is in none of the states any more.
    """
    refuse_onlookers(db, actor, training_class)
    same = select(TrainingClass).where(TrainingClass.id == training_class.id)
    held = db.scalars(same.with_for_update().execution_options(populate_existing=True)).one()
    if held.state not in states:
        raise Conflict(
            msg(
                "Lớp này %(state)s nên không làm được việc vừa chọn. Không có gì thay đổi.",
                state=_STOOD[held.state],
            )
        )
    return held


_STOOD = {
    ClassState.PLANNED: msg("mới là dự kiến"),
    ClassState.OPEN: msg("đang mở"),
    ClassState.CLOSED: msg("đã chốt kết quả"),
    ClassState.CANCELLED: msg("đã hủy"),
}


def turn(
    db: Session,
    actor: Actor,
    training_class: TrainingClass,
    state: ClassState,
    *,
    now: datetime,
) -> None:
    """Bring a class into a state, and note who did it and when."""
    training_class.state = state
    training_class.state_at = now
    training_class.state_by_id = actor.person_id
    db.flush()
    changed(db, "class", training_class.id, now=now)


def reason_given(reason: str, asked: Message) -> str:
    """Return a reason as it is kept.

    :raise InvalidInput: with what is asked for if there is none, or if nobody would read it.
    """
    words = nfc(reason)
    if not words:
        raise InvalidInput(reason=asked)
    if len(words) > LONGEST_REASON:
        raise InvalidInput(reason=msg("Lý do dài nhất %(most)s ký tự.", most=LONGEST_REASON))
    return words
