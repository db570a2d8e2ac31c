"""Who comes into a class and who leaves it before it is closed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, audit, learning, notices, people
from elearn.access import Actor
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries import Selection, answers_for, holders, managing, whole_id
from elearn.classes.rules import ClassState
from elearn.classes.service.holding import hold, reason_given
from elearn.classes.service.posts import tenures_by
from elearn.db import changed
from elearn.errors import Forbidden
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Admission:
    """Who was admitted now, and how many of those asked for had been before."""

    added: tuple[Participation, ...]
    already: int


def admit_people(
    db: Session,
    actor: Actor,
    training_class: TrainingClass,
    wanted: Collection[int] | Selection,
    *,
    now: datetime,
) -> Admission:
    """Admit people, by key or by post and area; all can learn at once.

    Two entries of one human being are one participant. Who is in it already stays as she is; who
    had left comes back.

    :raise Conflict: unless the class is open.
    :raise Forbidden: if somebody among them is not of the actor's area.
    """
    held = hold(db, actor, training_class, ClassState.OPEN)
    chosen = _chosen(db, actor, held, wanted)
    there = _there(db, held)
    added = tuple(
        _admit(db, held, there.get(person_id), (person_id, tenure_id), now)
        for person_id, tenure_id in chosen.items()
        if person_id not in there or there[person_id].left_at
    )
    db.flush()
    if added:
        _note(db, actor, held, added, now)
    return Admission(added, len(chosen) - len(added))


def _chosen(
    db: Session, actor: Actor, held: TrainingClass, wanted: Collection[int] | Selection
) -> dict[int, int | None]:
    """Return the tenure by which each wanted person comes, by the key that stands for her."""
    if isinstance(wanted, Selection):
        _refuse_foreign_area(db, actor, wanted.area)
        return dict(holders(db, wanted, held.starts_on))
    person_ids = _seen(db, actor, wanted)
    tenures = tenures_by(db, held, person_ids)
    return {key: tenures.get(key) for key in person_ids}


def _refuse_foreign_area(db: Session, actor: Actor, area: areas.AreaVersion) -> None:
    if not answers_for(db, actor, area):
        raise Forbidden(msg("Anh/chị không phụ trách địa bàn vừa chọn."))


def _seen(db: Session, actor: Actor, wanted: Collection[int]) -> list[int]:
    """Return the keys that stand for the people, each once, in the order of names.

    Who answers for one entry of a human being answers for her.
    """
    wholes = people.wholes_of(db, wanted)
    person = people.Person
    found = db.scalars(
        select(person)
        .where(person.id.in_(wholes), people.visible_to(db, managing(actor)))
        .order_by(person.sort_key, person.id)
    )
    seen = dict.fromkeys(whole_id(one) for one in found)
    if any(wholes.get(key) not in seen for key in wanted):
        raise Forbidden(
            msg("Trong số vừa chọn có người ngoài địa bàn anh/chị phụ trách. Chưa thêm ai.")
        )
    return list(seen)


def _there(db: Session, held: TrainingClass) -> dict[int, Participation]:
    """Return who is or was in the class, by the key that stands for her."""
    found = db.execute(
        select(people.canonical_id(), Participation)
        .join(Participation.person)
        .where(Participation.training_class_id == held.id)
        .order_by(
            Participation.left_at.is_(None)
        )  # Who is in it stands for her, if two entries do.
    )
    return dict(found.all())


def _admit(
    db: Session,
    held: TrainingClass,
    before: Participation | None,
    coming: tuple[int, int | None],
    now: datetime,
) -> Participation:
    person_id, tenure_id = coming
    if before is not None:
        before.left_at = before.left_reason = None
        before.joined_at, before.tenure_id = now, tenure_id
        return before
    admitted = Participation(
        training_class_id=held.id, person_id=person_id, tenure_id=tenure_id, joined_at=now
    )
    db.add(admitted)
    return admitted


def _note(
    db: Session,
    actor: Actor,
    held: TrainingClass,
    added: tuple[Participation, ...],
    now: datetime,
) -> None:
    keys = [one.person_id for one in added]
    for person in db.scalars(select(people.Person).where(people.Person.id.in_(keys))):
        learning.enrol(db, person, held.programme_version, now=now)
    changed(db, "class", held.id, now=now)
    notices.tell(
        db,
        keys,
        notices.Kind.ADMITTED,
        key=f"class:{held.id}:admitted:{now.isoformat()}",
        now=now,
        link="/classes/mine",
        name=held.name,
        day=held.ends_on,
    )
    audit.record(
        db, actor, "admit", "training_class", held.id, now=now, details={"person_ids": keys}
    )


def leave(
    db: Session, actor: Actor, participation: Participation, reason: str, *, now: datetime
) -> None:
    """Take somebody off the list of an open class; what she has watched stays hers.

    :raise InvalidInput: if no reason is given, or one too long.
    :raise Conflict: unless the class is open.
    """
    held = hold(db, actor, participation.training_class, ClassState.OPEN)
    why = reason_given(reason, msg("Ghi lý do rời lớp."))
    if participation.left_at is not None:
        return  # Pressed twice.
    participation.left_at, participation.left_reason = now, why
    db.flush()
    changed(db, "class", held.id, now=now)
    audit.record(db, actor, "leave", "participation", participation.id, now=now)
