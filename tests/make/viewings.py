"""Makers of shared viewings: what was shown before whom, without a screen."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn import learning, media
from elearn.areas import Area
from elearn.catalogue import Lecture
from elearn.learning import Form, Seconds
from elearn.learning.viewings import (
    SharedPresence,
    SharedStretch,
    SharedStretchPerson,
    SharedViewing,
)
from elearn.people import Person
from tests.make.areas import area

EVENING = datetime(2026, 11, 20, 13, tzinfo=UTC)
_numbers = count(1)


def viewing(
    db: Session,
    by: Person,
    lecture: Lecture,
    film: media.Playable,
    *,
    at: Area | None = None,
    **values: Any,
) -> SharedViewing:
    """Make a viewing that was opened one evening; the rules are loaded."""
    learning.load_rules(db)
    facts = {
        "token": f"{next(_numbers):032x}",
        "lecture_id": lecture.id,
        "medium_version_id": film.version_id,
        "length": film.seconds,
        "led_by_id": by.id,
        "area_id": (at or area(db)).id,
        "rule_version": 1,
        "opened_at": EVENING,
    }
    row = SharedViewing(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def stretch(db: Session, of: SharedViewing, present: Iterable[Person], number: int = 1) -> None:
    """Make a stretch of a minute in which some people sat there."""
    begun = of.opened_at + timedelta(minutes=number)
    row = SharedStretch(
        viewing_id=of.id,
        number=number,
        form=Form.VIDEO,
        played=Seconds.of([(0, 60)], of.length).to_bytes(),
        first_at=begun,
        last_at=begun + timedelta(minutes=1),
    )
    db.add(row)
    db.flush()
    for one in present:
        db.add(SharedStretchPerson(viewing_id=of.id, number=number, person_id=one.id))
        db.merge(SharedPresence(viewing_id=of.id, person_id=one.id))
    db.flush()
