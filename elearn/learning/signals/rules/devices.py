"""Many persons in one browser within a week."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from elearn.learning.signals.rules.found import MOST_SESSIONS, Found, Key, Stay
from elearn.learning.signals.rules.kinds import SignalKind
from elearn.learning.signals.rules.measures import Measures


def key_of(browser: str, week: date) -> Key:
    return Key(SignalKind.DEVICE, f"{browser}:{week}")


def device_of(browser: str, week: date, stays: Sequence[Stay], measures: Measures) -> Found | None:
    """Return the signal of a browser's week, if so many human beings watched in it."""
    persons = frozenset(one.person_id for one in stays)
    if len(persons) < measures.device.persons:
        return None
    latest = sorted(stays, key=lambda one: one.opened_at)
    together = sum(_is_beside(one, after) for one, after in pairwise(latest))
    return Found(
        key_of(browser, week),
        weight=len(persons),
        measure=measures.device.persons,
        numbers={"visits": len(stays), "together": together},
        first_at=latest[0].opened_at,
        last_at=max(one.last_at for one in stays),
        person_ids=persons,
        session_ids=frozenset(one.session_id for one in latest[-MOST_SESSIONS:]),
    )


def _is_beside(one: Stay, after: Stay) -> bool:
    """Return whether a visit began while the one before, of somebody else, was going on."""
    return one.person_id != after.person_id and after.opened_at < one.last_at
