"""Against known outages: a signal all of whose visits fall into one is marked so, and sinks."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session

from elearn import areas, clock, people
from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.signals.models import Outage, Signal, SignalPerson, SignalSession
from elearn.people import Person

#: What could not be sent during an outage comes in some time after it.
AFTERWARDS = timedelta(hours=1)
_AT_ONCE = 500


def explain(db: Session, signal_ids: Collection[int]) -> None:
    """Mark, of these signals, those that fall into a known outage, and no others."""
    keys = sorted(signal_ids)
    for start in range(0, len(keys), _AT_ONCE):
        some = Signal.id.in_(keys[start : start + _AT_ONCE])
        db.execute(update(Signal).where(some).values(outage_id=None))
        first, last = _reach(db, some)
        if first and last:
            for outage in _known(db, first, last):
                _mark(db, outage, some)


def explain_by(db: Session, outage: Outage) -> None:
    """Mark the signals that fall into an outage that has just become known."""
    _mark(db, outage, Signal.outage_id.is_(None))


def explain_without(db: Session, outage: Outage) -> None:
    """Take an outage's mark away; another outage may explain the same."""
    marked = db.scalars(select(Signal.id).where(Signal.outage_id == outage.id)).all()
    explain(db, marked)


def _reach(db: Session, some: ColumnElement[bool]) -> tuple[datetime | None, datetime | None]:
    times = db.execute(select(Signal.first_at, Signal.last_at).where(some)).all()
    return min((first for first, _ in times), default=None), max(
        (last for _, last in times), default=None
    )


def _known(db: Session, first: datetime, last: datetime) -> Iterable[Outage]:
    near = select(Outage).where(
        Outage.withdrawn_at.is_(None),
        Outage.ended_at >= first - AFTERWARDS,
        Outage.began_at <= last,
    )
    return db.scalars(near.order_by(Outage.id)).all()


def _mark(db: Session, outage: Outage, some: ColumnElement[bool]) -> None:
    fits = [
        some,
        Signal.outage_id.is_(None),
        Signal.first_at <= outage.ended_at + AFTERWARDS,
        Signal.last_at >= outage.began_at,
        ~_has_visit_outside(outage),
    ]
    if outage.area_id is not None:
        fits.append(~_has_person_outside(db, outage.area_id))
    chosen = select(Signal.id).where(*fits)
    db.execute(
        update(Signal).where(Signal.id.in_(chosen)).values(outage_id=outage.id),
        execution_options={"synchronize_session": False},
    )


def _has_visit_outside(outage: Outage) -> ColumnElement[bool]:
    visit, heard = WatchSession, WatchEvidence
    heard_in = exists().where(heard.watch_session_id == visit.id, heard.last_at >= outage.began_at)
    inside = (visit.opened_at <= outage.ended_at + AFTERWARDS) & heard_in
    return exists(
        select(SignalSession.signal_id)
        .join(visit, visit.id == SignalSession.watch_session_id)
        .where(SignalSession.signal_id == Signal.id, ~inside)
        .correlate(Signal)
    )


def _has_person_outside(db: Session, area_id: int) -> ColumnElement[bool]:
    there = people.who_sees(*areas.heirs_of(db, area_id, clock.today()))
    return exists(
        select(SignalPerson.signal_id)
        .join(Person, Person.id == SignalPerson.person_id)
        .where(SignalPerson.signal_id == Signal.id, ~people.visible_to(db, there))
        .correlate(Signal)
    )
