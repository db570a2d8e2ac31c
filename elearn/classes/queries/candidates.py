"""What speaks for and against admitting somebody to a class."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, learning, people
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.rules import ClassState


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be admitted: her post on the first day, and what speaks against it."""

    person: people.Person
    term: people.Term | None
    is_in_class: bool
    completed_on: date | None  # She completed the programme already.
    other_class: str | None  # The code of another open class of the programme she is in.

    @property
    def is_free(self) -> bool:
        return not (self.is_in_class or self.completed_on or self.other_class)


def candidates(
    db: Session, training_class: TrainingClass, wanted: dict[int, people.Term | None]
) -> tuple[Candidate, ...]:
    found = select(people.Person).where(people.Person.id.in_(wanted))
    persons = {one.id: one for one in db.scalars(found)}
    there = classes_with(db, training_class, wanted)
    done = _completed(db, training_class.programme_version, wanted)
    return tuple(
        Candidate(
            persons[key],
            term,
            is_in_class=training_class.id in there.get(key, {}),
            completed_on=done.get(key),
            other_class=_other(there.get(key, {}), training_class),
        )
        for key, term in wanted.items()
    )


def _other(there: dict[int, str], training_class: TrainingClass) -> str | None:
    return next((code for key, code in there.items() if key != training_class.id), None)


def classes_with(
    db: Session, training_class: TrainingClass, person_ids: Iterable[int]
) -> dict[int, dict[int, str]]:
    """Return the codes of this and other open classes of its programme people are in."""
    programme, version = catalogue.ProgrammeVersion, training_class.programme_version
    found = (
        select(people.canonical_id(), TrainingClass.id, TrainingClass.code)
        .select_from(Participation)
        .join(Participation.person)
        .join(Participation.training_class)
        .join(programme, programme.id == TrainingClass.programme_version_id)
        .where(people.canonical_id().in_(list(person_ids)), Participation.left_at.is_(None))
        .where(programme.programme_id == version.programme_id)
        .where((TrainingClass.state == ClassState.OPEN) | (TrainingClass.id == training_class.id))
    )
    there: dict[int, dict[int, str]] = {}
    for person_id, class_id, code in db.execute(found):
        there.setdefault(person_id, {})[class_id] = code
    return there


def _completed(
    db: Session, version: catalogue.ProgrammeVersion, person_ids: Iterable[int]
) -> dict[int, date]:
    """Return the last day on which people completed any version of the programme."""
    programme, done = catalogue.ProgrammeVersion, learning.Completion
    found = (
        select(people.canonical_id(), done.completed_on)
        .select_from(done)
        .join(done.person)
        .join(programme, programme.id == done.programme_version_id)
        .where(people.canonical_id().in_(list(person_ids)), done.is_current())
        .where(programme.programme_id == version.programme_id)
        .order_by(done.completed_on)
    )
    return dict(db.execute(found).all())
