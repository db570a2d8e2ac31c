"""Visits that were alike: those found before, and who else began a film about then."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.rules import SessionKind
from elearn.learning.signals.models import WatchTwin
from elearn.learning.signals.rules import Side, Twin
from elearn.learning.signals.rules.measures import Traces
from elearn.learning.signals.rules.traces import CROWD
from elearn.people import Person

MOST = 20_000  # Of all that were found within the days that count, the latest.


def began_in_a_crowd(db: Session, twin: Twin, measure: Traces) -> bool:
    """Return whether so many others opened that film within a minute, but not at that very moment.

    One query. A look knows only of the visits of its window; others of that crowd may still go on.
    """
    session, at = WatchSession, twin.first.opened_at
    moment = timedelta(seconds=measure.seconds)
    others = (
        select(func.count(session.person_id.distinct()))
        .where(session.opened_at.between(at - CROWD, at + CROWD))
        .where(~session.opened_at.between(at - moment, at + moment))
        .where(session.medium_version_id == twin.first.version_id)
        .where(session.kind != SessionKind.SHARED)
    )
    return (db.scalar(others) or 0) >= measure.crowd


def twins_since(db: Session, since: datetime) -> list[Twin]:
    """Return the visits that were found alike and began since then; one query."""
    twin = WatchTwin
    sides = [(aliased(WatchSession), aliased(Person)) for _ in range(2)]
    columns = [column for visit, person in sides for column in _side(visit, person)]
    found = select(twin.began_at, *columns)
    keys = (twin.first_session_id, twin.second_session_id)
    for key, (visit, person) in zip(keys, sides, strict=True):
        found = found.join(visit, visit.id == key).join(person, person.id == visit.person_id)
    newest = found.where(twin.began_at > since).order_by(twin.began_at.desc()).limit(MOST)
    found_alike = (_twin(*row) for row in db.execute(newest))
    # Of two persons one human being may have become since.
    return [one for one in found_alike if one.first.person_id != one.second.person_id]


def _twin(began_at: datetime, *sides: Any) -> Twin:
    return Twin(Side(*sides[:5]), Side(*sides[5:]), began_at)


def _side(visit: type[WatchSession], person: type[Person]) -> tuple[Any, ...]:
    last = select(func.max(WatchEvidence.last_at))
    return (
        visit.id,
        func.coalesce(person.same_as_id, person.id),
        visit.medium_version_id,
        visit.opened_at,
        last.where(WatchEvidence.watch_session_id == visit.id).scalar_subquery(),
    )
