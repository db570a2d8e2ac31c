"""The question who is signing in, between a right password and its answer.

It stands in the browser's signed cookie: the accounts whose password was right, until when the
question holds, and where to go then. The answer takes it away.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import session

_KEY = "who"


@dataclass(frozen=True, slots=True)
class Offer:
    """The accounts to choose from, and the page to go on to."""

    account_ids: tuple[int, ...]
    target: str


def make(offer: Offer, *, seconds: int, now: datetime) -> None:
    """Put the question, for so many seconds."""
    until = now + timedelta(seconds=seconds)
    session[_KEY] = [list(offer.account_ids), offer.target, until.isoformat()]


def standing(*, now: datetime) -> Offer | None:
    """Return the question as long as it holds."""
    if _KEY not in session:
        return None
    account_ids, target, until = session[_KEY]
    if now >= datetime.fromisoformat(until):
        return None
    return Offer(tuple(account_ids), target)
