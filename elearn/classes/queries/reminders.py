"""Which class is to be reminded of its deadline next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, String, and_, cast, exists, literal, or_, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.rules import ClassState
from elearn.notices import Notice

_DAYS_BEFORE = (7, 1)
_EARLIEST_HOUR = 7  # Nobody is woken by a deadline.


@dataclass(frozen=True, slots=True)
class Reminder:
    """A class whose deadline is so many days away, and the key under which that is told once."""

    training_class: TrainingClass
    days: int

    @property
    def key(self) -> str:
        return _rest(self.training_class.ends_on, self.days)


def _rest(last_day: date, days: int) -> str:
    return f"due:{last_day.isoformat()}:{days}"


def next_reminder(db: Session, *, now: datetime) -> Reminder | None:
    """Return an open class whose people are to be reminded and have not been yet."""
    if now.astimezone(clock.ZONE).hour < _EARLIEST_HOUR:
        return None
    today, one = clock.day_of(now), TrainingClass
    there = Participation.training_class_id == one.id, Participation.left_at.is_(None)
    near = or_(*(_is_near(today, days) for days in _DAYS_BEFORE))
    found = select(one).where(one.state == ClassState.OPEN, near, exists().where(*there))
    training_class = db.scalars(found.order_by(one.id).limit(1)).first()
    if training_class is None:
        return None
    return Reminder(training_class, (training_class.ends_on - today).days)


def _is_near(today: date, days: int) -> ColumnElement[bool]:
    last_day, one = today + timedelta(days), TrainingClass
    key = literal("class:") + cast(one.id, String) + literal(f":{_rest(last_day, days)}")
    return and_(one.ends_on == last_day, ~exists().where(Notice.key == key))
