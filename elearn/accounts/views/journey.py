"""The way of a browser to the provider and back, kept in its signed cookie meanwhile.

Coming back takes it away, so that one answer is heard once. Beside it stands, for some minutes,
that the password was typed anew: only then may an account be linked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import session

from elearn.accounts.oidc import Journey

_KEY, _FRESH = "openid", "fresh"


@dataclass(frozen=True, slots=True)
class Way:
    """A journey, the session that links its account by it if any does, and where to go then."""

    journey: Journey
    linking: int | None
    target: str


def begin(way: Way, *, seconds: int, now: datetime) -> None:
    """Send a browser on its way, for so many seconds."""
    until = (now + timedelta(seconds=seconds)).isoformat()
    session[_KEY] = [way.journey.kept, way.linking, way.target, until]


def take(*, now: datetime) -> Way | None:
    """Return the way a browser is on, once, as long as it holds."""
    if _KEY not in session:
        return None
    kept, linking, target, until = session.pop(_KEY)
    if now >= datetime.fromisoformat(until):
        return None
    return Way(Journey.of(kept), linking, target)


def freshen(session_id: int, *, seconds: int, now: datetime) -> None:
    """Keep that the password of this session was typed just now."""
    session[_FRESH] = [session_id, (now + timedelta(seconds=seconds)).isoformat()]


def is_fresh(session_id: int, *, now: datetime) -> bool:
    """Return whether the password of this session was typed some minutes ago."""
    held, until = session.get(_FRESH, (None, ""))
    return held == session_id and now < datetime.fromisoformat(until)
