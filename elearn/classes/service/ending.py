"""What ends otherwise: a class cancelled, and a closed one opened again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Delete, delete, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from elearn import audit, learning
from elearn.access import Actor
from elearn.classes.models import ClassElective, Participation, TrainingClass
from elearn.classes.queries import participations_of
from elearn.classes.rules import ClassState
from elearn.classes.service.holding import hold, reason_given, turn
from elearn.classes.service.telling import tell_all
from elearn.errors import Conflict
from elearn.notices import Kind
from elearn.text import msg

MOST_NAMES = 5


def cancel(
    db: Session, actor: Actor, training_class: TrainingClass, reason: str, *, now: datetime
) -> None:
    """Cancel a class; its people keep what they have watched, and their places.

    :raise InvalidInput: if no reason is given, or one too long.
    :raise Conflict: if it is closed or cancelled already.
    """
    held = hold(db, actor, training_class, ClassState.PLANNED, ClassState.OPEN)
    held.state_reason = reason_given(reason, msg("Ghi lý do hủy lớp."))
    turn(db, actor, held, ClassState.CANCELLED, now=now)
    _tell(db, held, Kind.CLASS_CANCELLED, now=now)
    audit.record(db, actor, "cancel", "training_class", held.id, now=now)


def reopen(
    db: Session, actor: Actor, training_class: TrainingClass, reason: str, *, now: datetime
) -> None:
    """Open a closed class again while nothing builds on it; its completions are taken back.

    :raise InvalidInput: if no reason is given, or one too long.
    :raise Conflict: if it is not closed, or something was made of what it found.
    """
    held = hold(db, actor, training_class, ClassState.CLOSED)
    why = reason_given(reason, msg("Ghi lý do mở lại lớp."))
    there = participations_of(db, held)
    _refuse_if_built_upon(db, held, there)
    completions = _only_of(db, held)
    for one in there:
        one.outcome = one.completed_on = one.completion_id = one.review = None
    db.flush()
    for completion in completions:
        learning.take_back(db, actor, completion, now=now)
    held.state_reason = why
    turn(db, actor, held, ClassState.OPEN, now=now)
    _tell(db, held, Kind.CLASS_REOPENED, now=now)
    audit.record(db, actor, "reopen", "training_class", held.id, now=now)


def _tell(db: Session, held: TrainingClass, kind: Kind, *, now: datetime) -> None:
    key = f"{kind}:{now.isoformat()}"
    tell_all(db, held, kind, key=key, now=now, reason=held.state_reason or "")


def _only_of(db: Session, held: TrainingClass) -> Sequence[learning.Completion]:
    """Return the completions that rest on this class and on no other."""
    here, elsewhere = Participation, aliased(Participation)
    found = select(learning.Completion).join(here, here.completion_id == learning.Completion.id)
    other = exists().where(
        elsewhere.completion_id == here.completion_id,
        elsewhere.training_class_id != held.id,
    )
    return db.scalars(found.where(here.training_class_id == held.id, ~other)).all()


def _refuse_if_built_upon(db: Session, held: TrainingClass, there: Sequence[Participation]) -> None:
    """Ask the database itself: what others refer to, it does not let go."""
    if _can_go(db, held):
        return
    named = [one.person.full_name for one in there if not _row_can_go(db, one)]
    if not named:
        raise Conflict(msg("Đã có quyết định hoặc giấy tờ lập cho lớp này nên không mở lại được."))
    names = ", ".join(named[:MOST_NAMES])
    raise Conflict(
        msg(
            "Đã cấp giấy theo kết quả của lớp này cho %(count)s người: %(names)s."
            " Không mở lại được; sai ở giấy nào thì thu hồi hoặc cấp lại giấy ấy.",
            count=len(named),
            names=names + ("…" if len(named) > MOST_NAMES else ""),
        )
    )


def _can_go(db: Session, held: TrainingClass) -> bool:
    class_id = held.id
    return _try(
        db,
        delete(Participation).where(Participation.training_class_id == class_id),
        delete(ClassElective).where(ClassElective.training_class_id == class_id),
        delete(TrainingClass).where(TrainingClass.id == class_id),
    )


def _row_can_go(db: Session, participation: Participation) -> bool:
    return _try(db, delete(Participation).where(Participation.id == participation.id))


def _try(db: Session, *statements: Delete) -> bool:
    """Return whether the statements could be done; none of them is."""
    attempt = db.begin_nested()
    try:
        for statement in statements:
            db.execute(statement.execution_options(synchronize_session=False))
    except IntegrityError:
        return False
    finally:
        attempt.rollback()
    return True
