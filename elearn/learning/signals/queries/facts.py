"""What a look reads of the record: the visits of its window, and what these make to be counted.

Every read is bounded by the people who watched since the last look, not by all there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.db import among
from elearn.learning.models import WatchEvidence, WatchMap, WatchSession
from elearn.learning.rules import Seconds, SessionKind
from elearn.learning.signals.rules import Measures, Overrun, Stay, Trace, Window
from elearn.people import Person

_AT_ONCE = 500  # Browsers asked by one query.
#: Of two visits that ended alike one may have been looked at before: it is looked at once more.
_OVERLAP = timedelta(seconds=10)
S, E = WatchSession, WatchEvidence
#: Those who sat before one screen had no device, and were of one speed and one trace by nature.
IS_OWN = S.kind != SessionKind.SHARED


def traces_in(db: Session, window: Window) -> list[Trace]:
    """Return what was claimed by visits last heard of within the window; one query."""
    rows = db.execute(
        select(
            S.id,
            people.canonical_id(),
            S.medium_version_id,
            E.form,
            S.browser,
            S.opened_at,
            E.first_at,
            E.last_at,
            E.claimed,
            func.length(E.refused) > 0,
            S.clock_ahead_ms.is_not(None),
            S.kind == SessionKind.ONLINE,
        )
        .join(E, E.watch_session_id == S.id)
        .join(Person, Person.id == S.person_id)
        .where(S.opened_at > window.opened_since, S.opened_at <= window.until, IS_OWN)
        .where(E.last_at > window.since - _OVERLAP, E.last_at <= window.until)
        .order_by(S.id)
    )
    return [Trace(*row) for row in rows]


def overruns_of(
    db: Session, days: Collection[tuple[int, date]]
) -> dict[tuple[int, date], list[Overrun]]:
    """Return what went beyond the budget on these days of these persons; three queries."""
    found: dict[tuple[int, date], list[Overrun]] = defaultdict(list)
    if not days:
        return found
    entries = people.wholes_of(db, {person for person, _ in days})
    rows = db.execute(
        select(S.id, S.person_id, S.medium_version_id, S.opened_at, E.last_at, E.refused)
        .join(E, E.watch_session_id == S.id)
        .where(among(db, S.person_id, list(entries)), func.length(E.refused) > 0, IS_OWN)
        .where(S.opened_at >= clock.start_of(min(day for _, day in days)))
    ).all()
    held = _held(db, entries)
    for session_id, entry, version_id, opened_at, last_at, refused in rows:
        name = entries[entry], clock.day_of(opened_at)
        if name in days:
            credited = held[name[0], version_id]
            told = Seconds.from_bytes(refused)
            found[name].append(Overrun(session_id, version_id, opened_at, last_at, told, credited))
    return found


def _held(db: Session, entries: dict[int, int]) -> dict[tuple[int, int], Seconds]:
    """Return by person and version what is credited to her, under whichever of her entries."""
    held: dict[tuple[int, int], Seconds] = defaultdict(Seconds)
    kept = WatchMap
    rows = select(kept.person_id, kept.medium_version_id, kept.bits)
    for entry, version_id, bits in db.execute(rows.where(among(db, kept.person_id, list(entries)))):
        held[entries[entry], version_id] |= Seconds.from_bytes(bits)
    return held


def crowded_browsers(
    db: Session, browsers: Iterable[str], week: date, measures: Measures
) -> Iterator[tuple[str, list[Stay]]]:
    """Yield the browsers in which many human beings watched in a week, with their visits."""
    of_week = _of_week(week)
    for some in _slices(browsers):
        many = (
            select(S.browser)
            .join(Person, Person.id == S.person_id)
            .where(S.browser.in_(some), *of_week)
            .group_by(S.browser)
            .having(func.count(people.canonical_id().distinct()) >= measures.device.persons)
        )
        crowded = [one for one in db.scalars(many) if one]
        by_browser: dict[str, list[Stay]] = defaultdict(list)
        for (_, browser), stays in _stays(db, crowded, of_week).items():
            by_browser[browser] += stays
        yield from by_browser.items()


def told_clocks(
    db: Session, browsers: Iterable[str], week: date
) -> Iterator[tuple[tuple[int, str], list[Stay]]]:
    """Yield the visits of a week in these browsers by person, where they told their clock."""
    told = [*_of_week(week), S.clock_ahead_ms.is_not(None)]
    for some in _slices(browsers):
        yield from _stays(db, some, told).items()


def _stays(
    db: Session, browsers: Sequence[str], where: Sequence[ColumnElement[bool]]
) -> dict[tuple[int, str], list[Stay]]:
    whole = people.canonical_id().label("whole")
    rows = db.execute(
        select(
            *(whole, S.browser, S.id, S.opened_at, S.clock_ahead_ms),
            *(func.max(E.last_at), func.min(E.device_first_at), func.max(E.device_last_at)),
        )
        .join(E, E.watch_session_id == S.id)
        .join(Person, Person.id == S.person_id)
        .where(S.browser.in_(browsers), *where)
        .group_by(S.id, whole)
    )
    found: dict[tuple[int, str], list[Stay]] = defaultdict(list)
    for person_id, browser, key, opened_at, ahead, last_at, first, last in rows:
        found[person_id, str(browser)].append(
            Stay(key, person_id, opened_at, last_at, ahead, first, last)
        )
    return found


def _of_week(week: date) -> tuple[ColumnElement[bool], ...]:
    after = week + timedelta(days=7)
    return S.opened_at >= clock.start_of(week), S.opened_at < clock.start_of(after)


def _slices(browsers: Iterable[str]) -> Iterator[Sequence[str]]:
    every = sorted(set(browsers))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
