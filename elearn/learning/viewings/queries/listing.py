"""Shared viewings an actor may see, the latest first, page after page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from elearn import areas, clock, people
from elearn.access import Actor
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.queries.sight import visible_to

PAGE = 30
_V, _P = SharedViewing, SharedPresence


@dataclass(frozen=True, slots=True)
class Listed:
    """A viewing in a list: the area of its roster, and how many were there, count and object."""

    viewing: SharedViewing
    area: str
    present: int
    confirmed: int
    objected: int


@dataclass(frozen=True, slots=True)
class ViewingPage:
    """One page of a list, and whether another follows."""

    lines: Sequence[Listed]
    number: int
    has_more: bool


def viewing_page(db: Session, actor: Actor, number: int = 1) -> ViewingPage:
    """Return one page of the viewings an actor may see; at most three queries."""
    rows = db.execute(
        select(_V, _count(), _count(_P.confirmed_at), _count(_P.objected_at))
        .where(visible_to(db, actor))
        .options(joinedload(_V.lecture), joinedload(_V.led_by), joinedload(_V.rule))
        .order_by(_V.opened_at.desc(), _V.id.desc())
        .offset((number - 1) * PAGE)
        .limit(PAGE + 1)
    ).all()
    names = _areas(db, [viewing for viewing, *_ in rows])
    lines = [
        Listed(viewing, names.get(viewing.area_id, ""), *counts) for viewing, *counts in rows[:PAGE]
    ]
    return ViewingPage(lines, number, len(rows) > PAGE)


def _count(*said: InstrumentedAttribute[datetime | None]) -> ScalarSelect[int]:
    counted = select(func.count()).where(_P.viewing_id == _V.id, _P.struck_at.is_(None))
    return counted.where(*(one.is_not(None) for one in said)).correlate(_V).scalar_subquery()


def _areas(db: Session, viewings: Sequence[SharedViewing]) -> dict[int, str]:
    found = areas.versions_on(db, {one.area_id for one in viewings}, clock.today())
    return {key: version.full_name for key, version in found.items()}


def going_on(db: Session, person_id: int) -> SharedViewing | None:
    """Return the viewing that somebody opened and has not ended; one query."""
    hers = _V.led_by_id.in_(people.entry_ids(person_id))
    found = select(_V).where(hers, _V.ended_at.is_(None)).options(joinedload(_V.lecture))
    return db.scalar(found.order_by(_V.id.desc()).limit(1))


def led_on(db: Session, person_id: int, day: date) -> Collection[int]:
    """Return which of the viewings that somebody opened that day had anybody present; one query."""
    hers = _V.led_by_id.in_(people.entry_ids(person_id))
    since = clock.start_of(day)
    sat = select(_P.viewing_id).where(_P.viewing_id == _V.id, _P.struck_at.is_(None)).exists()
    found = select(_V.id).where(hers, _V.opened_at >= since, sat)
    return db.scalars(found.where(_V.opened_at < since + timedelta(days=1))).all()
