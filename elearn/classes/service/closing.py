"""Closing a class: a person confirms the list she was shown, and it becomes what happened."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, clock, learning
from elearn.access import Actor
from elearn.classes.models import TrainingClass
from elearn.classes.queries import ClosingList, Standing, closing_list
from elearn.classes.rules import ClassState, Result, completed_on
from elearn.classes.service.holding import hold, turn
from elearn.errors import Conflict
from elearn.text import msg


def close(
    db: Session, actor: Actor, training_class: TrainingClass, *, guard: str, now: datetime
) -> ClosingList:
    """Confirm the closing list whose guard is given, and return it.

    Everybody's conditions are kept as they were found. Who meets all of them has completed the
    programme; who does not has not, for the reasons kept.

    :raise Conflict: if the class is open no more, has not begun, has nobody in it, has somebody
        twice, or if the list differs from the one that was shown.
    """
    held = hold(db, actor, training_class, ClassState.OPEN)
    found = closing_list(db, held, now=now)
    _refuse_early(held, found, now)
    if found.guard != guard:
        raise Conflict(
            msg(
                "Danh sách đã thay đổi sau khi anh/chị mở trang: có người vừa học thêm, vào lớp"
                " hoặc rời lớp. Chưa chốt gì. Xem lại danh sách mới rồi chốt."
            )
        )
    for standing in found.standings:
        _fix(db, actor, held, standing, now)
    held.state_reason = None
    turn(db, actor, held, ClassState.CLOSED, now=now)
    counted = {"completed": len(found.complete), "not_completed": len(found.incomplete)}
    audit.record(db, actor, "close", "training_class", held.id, now=now, details=counted)
    return found


def _refuse_early(held: TrainingClass, found: ClosingList, now: datetime) -> None:
    if clock.day_of(now) < held.starts_on:
        raise Conflict(
            msg("Lớp khai giảng ngày %(day)s, chưa chốt được.", day=f"{held.starts_on:%d/%m/%Y}")
        )
    if not found.standings:
        raise Conflict(msg("Lớp chưa có học viên nào nên chưa có gì để chốt."))
    if doubled := found.doubled:
        names = ", ".join(dict.fromkeys(one.person.full_name for one in doubled))
        raise Conflict(
            msg(
                "Có người đứng hai dòng trong lớp: %(names)s."
                " Cho một dòng rời lớp rồi chốt, để không tính hai lượt.",
                names=names,
            )
        )


def _fix(db: Session, actor: Actor, held: TrainingClass, standing: Standing, now: datetime) -> None:
    participation, review = standing.participation, standing.review
    participation.review = review.as_json()
    if not review.is_complete:
        participation.outcome = Result.NOT_COMPLETED
        return
    day = completed_on(review, starts_on=held.starts_on, today=clock.day_of(now))
    done = learning.Achievement(
        participation.person_id,
        held.programme_version_id,
        day,
        standing.form,
        rule_id=held.completion_rule_id,
    )
    completion = learning.complete(db, actor, done, now=now)
    participation.outcome, participation.completed_on = Result.COMPLETED, day
    participation.completion_id = completion.id
