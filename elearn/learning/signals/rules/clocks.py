"""A browser's clock that leaps: one that is wrong, but steadily so, says nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from elearn.learning.signals.rules.found import MOST_SESSIONS, Found, Key, Stay
from elearn.learning.signals.rules.kinds import SignalKind
from elearn.learning.signals.rules.measures import Measures

_MINUTE = 60_000  # Milliseconds.


def key_of(person_id: int, browser: str, week: date) -> Key:
    return Key(SignalKind.CLOCK, f"{person_id}:{browser}:{week}")


def clock_of(name: Key, stays: Sequence[Stay], measures: Measures) -> Found | None:
    """Return the signal of a person's week in one browser, if its clock leapt so often."""
    told = sorted((one for one in stays if one.ahead_ms is not None), key=lambda one: one.opened_at)
    leaps = [leap for leap in _leaps(told) if leap >= measures.clock.minutes]
    if len(leaps) < measures.clock.jumps:
        return None
    return Found(
        name,
        weight=len(leaps),
        measure=measures.clock.jumps,
        numbers={"minutes": max(leaps), "visits": len(told)},
        first_at=told[0].opened_at,
        last_at=max(one.last_at for one in told),
        person_ids=frozenset(one.person_id for one in told),
        session_ids=frozenset(one.session_id for one in told[-MOST_SESSIONS:]),
    )


def _leaps(told: Sequence[Stay]) -> Iterator[int]:
    """Yield by how many minutes the clock leapt, between visits and within one."""
    for one, after in pairwise(told):
        yield abs((after.ahead_ms or 0) - (one.ahead_ms or 0)) // _MINUTE
    for one in told:
        yield _astray(one)


def _astray(one: Stay) -> int:
    """Return how many minutes before a visit, or after its last report, it says it was played."""
    if one.played_from is None or one.played_until is None:
        return 0
    # A device may say anything: what is added here are lengths, which have room for it.
    ahead = timedelta(milliseconds=one.ahead_ms or 0)
    early = one.opened_at - one.played_from + ahead
    late = one.played_until - one.last_at - ahead
    return max(early, late, timedelta()) // timedelta(minutes=1)
