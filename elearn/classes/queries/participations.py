"""Who takes part in a class, and in which classes somebody takes part."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from elearn import people
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.rules import ClassState, Result
from elearn.errors import NotFound
from elearn.text import msg


def participations_of(
    db: Session, training_class: TrainingClass, *, left: bool = False
) -> Sequence[Participation]:
    """Return who takes part, or who left, with person and post, by given name; one query."""
    found = _with_person(training_class).options(
        joinedload(Participation.tenure).options(
            joinedload(people.Tenure.post), joinedload(people.Tenure.org_unit)
        )
    )
    has_left = Participation.left_at.is_not(None)
    return db.scalars(found.where(has_left if left else ~has_left)).all()


def completed_in(db: Session, training_class: TrainingClass) -> Sequence[Participation]:
    """Return who completed a closed class, the person loaded, by given name; one query."""
    found = _with_person(training_class)
    return db.scalars(found.where(Participation.outcome == Result.COMPLETED)).all()


def _with_person(training_class: TrainingClass) -> Select[Participation]:
    person = people.Person
    return (
        select(Participation)
        .join(Participation.person)
        .options(contains_eager(Participation.person))
        .where(Participation.training_class_id == training_class.id)
        .order_by(person.sort_key, person.id)
    )


def participation_by_id(db: Session, participation_id: int) -> Participation:
    """Return the participation.

    :raise NotFound: if there is none with this key.
    """
    found = db.get(Participation, participation_id)
    if found is None:
        raise _not_in_class()
    return found


def participation_in(
    db: Session, training_class: TrainingClass, participation_id: int
) -> Participation:
    """Return a participation of this class.

    :raise NotFound: if it is of another, or of none.
    """
    found = participation_by_id(db, participation_id)
    if found.training_class_id != training_class.id:
        raise _not_in_class()
    return found


def _not_in_class() -> NotFound:
    return NotFound(msg("Không có người này trong lớp."))


def classes_of(db: Session, person_id: int) -> Sequence[Participation]:
    """Return the classes that any of a person's entries takes part in, each once; two queries.

    Those that are planned or that she left are left out; open ones come first, the one that ends
    soonest before the others. Of two entries in one class the one that completed it counts.
    """
    found = (
        select(Participation)
        .join(Participation.training_class)
        .options(contains_eager(Participation.training_class))
        .where(Participation.person_id.in_(people.entry_ids(person_id)))
        .where(Participation.left_at.is_(None), TrainingClass.state != ClassState.PLANNED)
        .order_by(TrainingClass.state != ClassState.OPEN, TrainingClass.ends_on, TrainingClass.id)
        .order_by(Participation.completed_on.is_not(None))
    )
    return list({one.training_class_id: one for one in db.scalars(found)}.values())


def participation_of(db: Session, person_id: int, class_id: int) -> Participation:
    """Return a person's own place in a class.

    :raise NotFound: if she has none there.
    """
    for participation in classes_of(db, person_id):
        if participation.training_class_id == class_id:
            return participation
    raise NotFound(msg("Anh/chị không có tên trong lớp này."))
