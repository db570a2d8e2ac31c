"""The list of classes somebody may see, with how many people each has."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from elearn.access import Actor
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries.sight import visible_to
from elearn.classes.rules import ClassState
from elearn.errors import NotFound
from elearn.text import msg

PAGE = 30


@dataclass(frozen=True, slots=True)
class ListedClass:
    """A class in a list: how many take part, and how many completed it once it is closed."""

    training_class: TrainingClass
    people: int
    completed: int


@dataclass(frozen=True, slots=True)
class ClassPage:
    """One page of the list, and how many classes there are in each state."""

    rows: tuple[ListedClass, ...]
    counts: dict[ClassState, int]
    count: int
    page: int

    @property
    def page_count(self) -> int:
        return -(-self.count // PAGE)


def classes_page(
    db: Session, actor: Actor, *, state: ClassState | None = None, page: int = 1
) -> ClassPage:
    """Return a page of the classes the actor may see, the latest first; at most six queries."""
    seen = visible_to(db, actor)
    counts = _counts(db, seen)
    found = select(TrainingClass).where(seen)
    if state is not None:
        found = found.where(TrainingClass.state == state)
    found = found.options(joinedload(TrainingClass.programme_version))
    found = found.order_by(TrainingClass.starts_on.desc(), TrainingClass.id.desc())
    shown = db.scalars(found.limit(PAGE).offset((page - 1) * PAGE)).all()
    sizes = sizes_of(db, [one.id for one in shown])
    count = sum(counts.values()) if state is None else counts.get(state, 0)
    rows = tuple(ListedClass(one, *sizes.get(one.id, (0, 0))) for one in shown)
    return ClassPage(rows, counts, count, page)


def _counts(db: Session, seen: ColumnElement[bool]) -> dict[ClassState, int]:
    found = select(TrainingClass.state, func.count()).where(seen)
    return dict(db.execute(found.group_by(TrainingClass.state)).all())


def sizes_of(db: Session, class_ids: list[int]) -> dict[int, tuple[int, int]]:
    """Return how many take part in each class and how many completed it, in one query."""
    completed = func.count(Participation.completed_on)
    found = (
        select(Participation.training_class_id, func.count(), completed)
        .where(Participation.training_class_id.in_(class_ids), Participation.left_at.is_(None))
        .group_by(Participation.training_class_id)
    )
    return {class_id: (there, done) for class_id, there, done in db.execute(found)}


def class_by_code(db: Session, code: str) -> TrainingClass:
    """Return the class.

    :raise NotFound: if there is none with this code.
    """
    found = db.scalar(select(TrainingClass).where(TrainingClass.code == code))
    if found is None:
        raise NotFound(msg("Không có lớp mã %(code)s. Xem “elearn classes list”.", code=code))
    return found
