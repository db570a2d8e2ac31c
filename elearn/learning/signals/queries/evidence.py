"""What a signal rests on: the people, and each visit with its times by both clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.access import Actor
from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.rules import Form, Seconds
from elearn.learning.signals.models import Signal, SignalPerson, SignalSession
from elearn.media import Medium, MediumVersion
from elearn.people import Person, Term

SHOWN = 100
SHORT = 6  # Digits of a browser's number that a page shows: enough to tell one from another.


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody a signal is about, who may be known, and what she does where."""

    person: Person
    term: Term | None


@dataclass(frozen=True, slots=True)
class Visited:
    """What one visit claimed in one form: by our clock and by that of the device."""

    name: str | None  # None: somebody who may not be known.
    title: str
    form: Form
    opened_at: datetime
    first_at: datetime
    last_at: datetime
    played_from: datetime | None
    played_until: datetime | None
    ahead_ms: int | None
    device: str
    browser: str | None
    claimed: Seconds
    refused: Seconds
    credited: int
    reports: int

    @property
    def browser_short(self) -> str:
        return (self.browser or "")[:SHORT]

    @property
    def ahead(self) -> timedelta | None:
        return None if self.ahead_ms is None else timedelta(milliseconds=self.ahead_ms)


def subjects_of(
    db: Session, actor: Actor, signal: Signal, day: date
) -> tuple[Sequence[Subject], int]:
    """Return whom a signal is about, those that may be known, and how many others there are."""
    hers = select(Person).join(SignalPerson, SignalPerson.person_id == Person.id)
    hers = hers.where(SignalPerson.signal_id == signal.id)
    every = len(db.scalars(hers.with_only_columns(Person.id)).all())
    seen = db.scalars(
        hers.where(people.visible_to(db, actor)).order_by(Person.sort_key, Person.id)
    ).all()
    terms = people.terms_of(db, [one.id for one in seen], day=day)
    return [Subject(one, _latest(terms.get(one.id, ()))) for one in seen], every - len(seen)


def _latest(terms: Sequence[Term]) -> Term | None:
    return next(iter(terms), None)


def visits_of(db: Session, actor: Actor, signal: Signal) -> Sequence[Visited]:
    """Return the visits a signal rests on, the latest first and so many at most; two queries."""
    visit, kept, version = WatchSession, WatchEvidence, MediumVersion
    rows = db.execute(
        select(visit, kept, Person, Medium.title)
        .join(SignalSession, SignalSession.watch_session_id == visit.id)
        .join(kept, kept.watch_session_id == visit.id)
        .join(Person, Person.id == visit.person_id)
        .join(version, version.id == visit.medium_version_id)
        .join(Medium, Medium.id == version.medium_id)
        .where(SignalSession.signal_id == signal.id)
        .order_by(visit.opened_at.desc(), visit.id.desc(), kept.form)
        .limit(SHOWN)
    ).all()
    about = {person.id for _, _, person, _ in rows}
    seen = set(
        db.scalars(select(Person.id).where(Person.id.in_(about), people.visible_to(db, actor)))
    )
    return [
        _visited(one, evidence, title, person.full_name if person.id in seen else None)
        for one, evidence, person, title in rows
    ]


def _visited(one: WatchSession, kept: WatchEvidence, title: str, name: str | None) -> Visited:
    return Visited(
        name=name,
        title=title,
        form=kept.form,
        opened_at=one.opened_at,
        first_at=kept.first_at,
        last_at=kept.last_at,
        played_from=kept.device_first_at,
        played_until=kept.device_last_at,
        ahead_ms=one.clock_ahead_ms,
        device=one.device,
        browser=one.browser,
        claimed=Seconds.from_bytes(kept.claimed),
        refused=Seconds.from_bytes(kept.refused),
        credited=kept.credited_seconds,
        reports=kept.reports,
    )
