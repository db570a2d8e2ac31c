"""Opening a class: of which programme, where, when, with which electives."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import areas, audit, catalogue, clock, learning
from elearn.access import Actor
from elearn.classes.models import ClassElective, TrainingClass
from elearn.classes.queries import MANAGING
from elearn.classes.rules import ClassState, NewClass, flaws_of
from elearn.classes.service.holding import hold, turn
from elearn.db import changed
from elearn.errors import InvalidInput
from elearn.text import Message, msg


def open_class(db: Session, actor: Actor, new: NewClass, *, now: datetime) -> TrainingClass:
    """Open a class, or enter it as planned, under the rule of completion of its first day.

    :raise InvalidInput: naming each field that cannot be.
    """
    facts = new.tidy()
    wrong = flaws_of(facts, catalogue.outline_of(db, new.programme), clock.day_of(now))
    wrong |= _wrong_place(db, actor, facts) or _same(db, facts)
    if wrong:
        raise InvalidInput(**wrong)
    made = _row(db, actor, facts, now)
    db.add(made)
    db.flush()
    changed(db, "class", made.id, now=now)
    audit.record(
        db, actor, "plan" if facts.is_planned else "open", "training_class", made.id, now=now
    )
    return made


def _row(db: Session, actor: Actor, new: NewClass, now: datetime) -> TrainingClass:
    rule = learning.completion_rule_on(db, new.programme.programme_id, new.starts_on)
    return TrainingClass(
        code=new.code or _next_code(db, new),
        name=new.name,
        programme_version_id=new.programme.id,
        completion_rule_id=rule.id,
        area_id=new.area_id,
        organiser=new.organiser,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        decision_number=new.decision_number or None,
        decision_on=new.decision_on,
        state=ClassState.PLANNED if new.is_planned else ClassState.OPEN,
        state_at=now,
        state_by_id=actor.person_id,
        electives=[ClassElective(module_id=key) for key in sorted(new.electives)],
    )


def _wrong_place(db: Session, actor: Actor, new: NewClass) -> dict[str, Message]:
    """Say what is wrong with the area, seen as it is on the first day."""
    there = areas.versions_on(db, [new.area_id], new.starts_on).get(new.area_id)
    if there is None:
        return {"area_id": msg("Địa bàn này không còn hoặc chưa có vào ngày khai giảng.")}
    if not actor.decides(there.path, *MANAGING):
        return {"area_id": msg("Anh/chị không phụ trách địa bàn này.")}
    return {}


def _same(db: Session, new: NewClass) -> dict[str, Message]:
    same = select(TrainingClass.code).where(
        TrainingClass.programme_version_id == new.programme.id,
        TrainingClass.area_id == new.area_id,
        TrainingClass.starts_on == new.starts_on,
        TrainingClass.name == new.name,
        TrainingClass.state != ClassState.CANCELLED,
    )
    code = db.scalar(same.limit(1))
    told = msg("Lớp tên này, khai giảng ngày này đã có: mã %(code)s.", code=code)
    return {"name": told} if code else {}


def _next_code(db: Session, new: NewClass) -> str:
    """Return the next code of the programme and year: NV-CHI-2026-07.

    Two at once would find the same; the second is refused by the constraint and asks again.
    """
    stem = f"{new.programme.code}-{new.starts_on.year}-"
    there = select(func.count()).where(TrainingClass.code.startswith(stem, autoescape=True))
    return f"{stem}{(db.scalar(there) or 0) + 1:02}"


def begin(db: Session, actor: Actor, training_class: TrainingClass, *, now: datetime) -> None:
    """Open a planned class, under the rule that holds on its first day as known now.

    :raise Conflict: if it is planned no more.
    :raise InvalidInput: if no class of the programme may open on its first day any more.
    """
    held = hold(db, actor, training_class, ClassState.PLANNED)
    wrong = flaws_of(NewClass.of(held), catalogue.outline_of(db, held.programme_version))
    if wrong:
        raise InvalidInput(**wrong)
    rule = learning.completion_rule_on(db, held.programme_version.programme_id, held.starts_on)
    held.completion_rule_id = rule.id
    turn(db, actor, held, ClassState.OPEN, now=now)
    audit.record(db, actor, "open", "training_class", held.id, now=now)
