"""Telling whom it concerns: that a paper waits, and what became of it."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import clock, notices, people
from elearn.access import Actor
from elearn.learning.models import ExternalRecord
from elearn.learning.rules.external import RecordState
from elearn.notices import Kind

_KINDS = {
    RecordState.CONFIRMED: Kind.RECORD_CONFIRMED,
    RecordState.REFUSED: Kind.RECORD_REFUSED,
    RecordState.TAKEN_BACK: Kind.RECORD_TAKEN_BACK,
}


def tell_entered(db: Session, actor: Actor, record: ExternalRecord, *, now: datetime) -> None:
    """Tell who decides that something waits; and her, if somebody else entered it for her."""
    places = people.areas_deciding(db, record.person, clock.day_of(now))
    notices.tell_deciders(
        db,
        places,
        Kind.RECORDS_WAIT,
        key=f"external_record:{record.id}:waits",
        now=now,
        link="/records/waiting",
        knowing={actor.person_id, record.person_id},
    )
    if actor.person_id != record.person_id:
        _tell(db, {record.person_id}, Kind.RECORD_ENTERED, record, now)


def tell_decided(db: Session, record: ExternalRecord, *, now: datetime) -> None:
    """Tell her what became of her paper, and who entered it for her."""
    whom = {record.person_id, record.entered_by_id} - {None}
    _tell(db, {one for one in whom if one is not None}, _KINDS[record.state], record, now)


def _tell(db: Session, whom: set[int], kind: Kind, record: ExternalRecord, now: datetime) -> None:
    notices.tell(
        db,
        sorted(whom),
        kind,
        key=f"external_record:{record.id}:{kind}",
        now=now,
        link=f"/records/{record.id}",
        name=record.person.full_name,
        course=record.course,
        day=record.last_on,
        reason=record.answer,
        programme=record.programme_version.title if record.programme_version else "",
    )
