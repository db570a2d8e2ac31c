"""Writing down levels of education, and that they were looked at this year."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.access import Actor
from elearn.db import insert_missing
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import Person, Qualification, QualificationReview
from elearn.people.queries.persons import wholes_of
from elearn.people.rules import Attainment, field_of
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class Reached:
    """A level, when and where it was reached, and the paper that says so."""

    level: Attainment
    obtained_on: date | None = None
    institution: str = ""
    paper: str = ""


def add_qualification(
    db: Session, actor: Actor, person: Person, new: Reached, *, now: datetime
) -> Qualification:
    """Write down a level; her levels count as looked at this year.

    :raise InvalidInput: if it was reached on a day to come.
    :raise Conflict: if this level is written down already.
    """
    if new.obtained_on and new.obtained_on > clock.day_of(now):
        raise InvalidInput(obtained_on=msg("Ngày này chưa tới."))
    if _is_known(db, person, new.level):
        raise Conflict(msg("Trình độ này đã ghi rồi."))
    row = Qualification(
        person_id=person.id,
        field=field_of(new.level),
        level=new.level,
        obtained_on=new.obtained_on,
        institution=nfc(new.institution) or None,
        paper=nfc(new.paper) or None,
        recorded_at=now,
    )
    db.add(row)
    db.flush()
    audit.record(db, actor, "add", "qualification", row.id, now=now)
    _looked_at(db, actor, wholes_of(db, [person.id])[person.id], now)
    return row


def _is_known(db: Session, person: Person, level: Attainment) -> bool:
    same = select(Qualification.id).where(
        Qualification.person_id == person.id,
        Qualification.level == level,
        Qualification.is_current(),
    )
    return db.scalar(same) is not None


def review_levels(db: Session, actor: Actor, person_ids: Collection[int], *, now: datetime) -> int:
    """Say that the levels of some persons are as they are written; return of how many persons.

    A second time in a year nothing changes.
    """
    wholes = set(wholes_of(db, person_ids).values())
    year, row = clock.day_of(now).year, QualificationReview
    done = select(row.person_id).where(row.person_id.in_(wholes), row.year == year)
    fresh = sorted(wholes.difference(db.scalars(done)))
    for person_id in fresh:
        _looked_at(db, actor, person_id, now)
        audit.record(
            db, actor, "review_levels", "person", person_id, now=now, details={"year": year}
        )
    return len(fresh)


def _looked_at(db: Session, actor: Actor, person_id: int, now: datetime) -> None:
    day = clock.day_of(now)
    insert_missing(
        db,
        QualificationReview,
        person_id=person_id,
        year=day.year,
        reviewed_on=day,
        reviewed_by_id=actor.person_id,
    )
