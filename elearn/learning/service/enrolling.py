"""Places on programmes."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import ProgrammeVersion
from elearn.learning.models import Enrolment
from elearn.people import Person


def enrol(db: Session, person: Person, version: ProgrammeVersion, *, now: datetime) -> Enrolment:
    """Give a person a place on a programme version; a second time changes nothing."""
    found = db.scalar(
        select(Enrolment).where(
            Enrolment.person_id == person.id, Enrolment.programme_version_id == version.id
        )
    )
    if found is None:
        found = Enrolment(person_id=person.id, programme_version_id=version.id, enrolled_at=now)
        db.add(found)
        db.flush()
    return found
