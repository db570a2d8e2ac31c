"""More seconds than a day's clock allows: claimed, refused, and never credited since."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from elearn.learning.rules import Seconds
from elearn.learning.signals.rules.found import MOST_SESSIONS, Found, Key, Overrun
from elearn.learning.signals.rules.kinds import SignalKind
from elearn.learning.signals.rules.measures import Measures


def key_of(person_id: int, day: date) -> Key:
    return Key(SignalKind.SPEED, f"{person_id}:{day}")


def speed_of(
    person_id: int, day: date, overruns: Sequence[Overrun], measures: Measures
) -> Found | None:
    """Return the signal of a person's day, if what went beyond the budget is that much.

    What was refused in one visit and credited in another is not counted, and a second that was
    refused twice counts once.
    """
    left = {one.session_id: one.refused - one.held for one in overruns}
    beyond = [one for one in overruns if left[one.session_id]]
    by_film: dict[int, Seconds] = defaultdict(Seconds)
    for one in beyond:
        by_film[one.version_id] |= left[one.session_id]
    total = sum(map(len, by_film.values()))
    if total < measures.speed.refused_seconds:
        return None
    latest = sorted(beyond, key=lambda one: one.last_at)[-MOST_SESSIONS:]
    return Found(
        key_of(person_id, day),
        weight=total,
        measure=measures.speed.refused_seconds,
        numbers={"films": len(by_film), "visits": len({one.session_id for one in beyond})},
        first_at=min(one.opened_at for one in latest),
        last_at=max(one.last_at for one in latest),
        person_ids=frozenset({person_id}),
        session_ids=frozenset(one.session_id for one in latest),
    )
