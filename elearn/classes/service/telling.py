"""What the people of a class are told of it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import notices
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries import Reminder


def tell_all(
    db: Session, of: TrainingClass, kind: notices.Kind, *, key: str, now: datetime, **values: object
) -> None:
    """Tell everybody who is in a class something about it, once under each key."""
    there = select(Participation.person_id).where(
        Participation.training_class_id == of.id, Participation.left_at.is_(None)
    )
    notices.tell(
        db,
        db.scalars(there).all(),
        kind,
        key=f"class:{of.id}:{key}",
        now=now,
        link="/classes/mine",
        name=of.name,
        **values,
    )


def remind(db: Session, reminder: Reminder, *, now: datetime) -> None:
    """Remind the people of a class that its deadline is near; whoever is told twice hears once."""
    last = reminder.days == 1
    kind = notices.Kind.CLASS_DUE_TOMORROW if last else notices.Kind.CLASS_DUE
    of = reminder.training_class
    tell_all(db, of, kind, key=reminder.key, now=now, days=reminder.days, day=of.ends_on)
