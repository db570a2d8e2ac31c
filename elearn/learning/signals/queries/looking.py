"""One look: what is unusual in the visits that were last heard of within a window."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from elearn import clock
from elearn.learning.signals.models import SignalLook
from elearn.learning.signals.queries.facts import (
    crowded_browsers,
    overruns_of,
    told_clocks,
    traces_in,
)
from elearn.learning.signals.queries.twins import began_in_a_crowd
from elearn.learning.signals.rules import (
    Found,
    Key,
    Measures,
    Trace,
    Twin,
    Window,
    clock_of,
    device_of,
    speed_of,
    twins_of,
    week_at,
)
from elearn.learning.signals.rules import clocks as clock_rules
from elearn.learning.signals.rules import devices as device_rules
from elearn.learning.signals.rules import speed as speed_rules

LONGEST = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found, and all that it looked for: what was found before may be no more."""

    window: Window
    looked_for: frozenset[Key]
    found: tuple[Found, ...]
    twins: tuple[Twin, ...]


def last_look(db: Session) -> SignalLook | None:
    """Return up to when evidence was looked at; nothing before the first time."""
    return db.get(SignalLook, 1)


def window_after(since: datetime, measures: Measures, now: datetime) -> Window:
    """Return what is to be looked at next: up to where visits are settled, six hours at the most.

    Where nobody looked for longer than visits are looked back at, most of what lies between is
    passed over at once.
    """
    oldest = now - measures.looked_back - measures.settled
    until = min(now - measures.settled, max(since, oldest) + LONGEST)
    return Window(since, until, until - measures.looked_back)


def look(db: Session, window: Window, measures: Measures) -> Seen:
    """Find what is unusual in the visits of a window and in all that belongs with these."""
    traces = traces_in(db, window)
    looks = [*_speed(db, traces, measures), *_devices(db, traces, measures)]
    looks += _clocks(db, traces, measures)
    return Seen(
        window,
        frozenset(name for name, _ in looks),
        tuple(found for _, found in looks if found),
        tuple(_twins(db, traces, measures)),
    )


_Looked = tuple[Key, Found | None]


def _speed(db: Session, traces: Iterable[Trace], measures: Measures) -> Iterator[_Looked]:
    days = {(one.person_id, clock.day_of(one.opened_at)) for one in traces if one.has_refused}
    overruns = overruns_of(db, days)
    for person_id, day in days:
        own = overruns.get((person_id, day), [])
        yield speed_rules.key_of(person_id, day), speed_of(person_id, day, own, measures)


def _devices(db: Session, traces: Sequence[Trace], measures: Measures) -> Iterator[_Looked]:
    for week, browsers in _weeks((one, one.browser) for one in traces).items():
        for browser, stays in crowded_browsers(db, browsers, week, measures):
            name = device_rules.key_of(browser, week)
            yield name, device_of(browser, week, stays, measures)


def _clocks(db: Session, traces: Sequence[Trace], measures: Measures) -> Iterator[_Looked]:
    told = [one for one in traces if one.has_clock]
    for week, browsers in _weeks((one, one.browser) for one in told).items():
        for (person_id, browser), stays in told_clocks(db, browsers, week):
            name = clock_rules.key_of(person_id, browser, week)
            yield name, clock_of(name, stays, measures)


def _weeks(browsers: Iterable[tuple[Trace, str | None]]) -> dict[date, set[str]]:
    found: dict[date, set[str]] = defaultdict(set)
    for one, browser in browsers:
        if browser:
            found[week_at(one.opened_at)].add(browser)
    return found


def _twins(db: Session, traces: Sequence[Trace], measures: Measures) -> Iterator[Twin]:
    for twin in twins_of(traces, measures.traces):
        if not began_in_a_crowd(db, twin, measures.traces):
            yield twin
