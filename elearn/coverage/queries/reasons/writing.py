"""How days, moments and papers are written in a reason."""

from datetime import date, datetime

from elearn.clock import ZONE
from elearn.db import UNKNOWN_START
from elearn.text import Message, msg


def written(told: Message, at: datetime | None, paper: str | None = None) -> Message:
    """Return what was told, with the paper it rests on, and when it was written down."""
    if paper:
        told = msg("%(told)s, theo %(paper)s", told=told, paper=paper)
    if at is None:
        return told
    return msg("%(told)s (ghi lúc %(at)s)", told=told, at=f"{at.astimezone(ZONE):%H:%M %d/%m/%Y}")


def day(on: date) -> str:
    return f"{on:%d/%m/%Y}"


def days(first: date, last: date | None) -> Message:
    """Return from when to when something holds."""
    if first == UNKNOWN_START:
        return msg("đến %(last)s", last=day(last)) if last else msg("từ trước tới nay")
    if last is None:
        return msg("từ %(first)s", first=day(first))
    return msg("từ %(first)s đến %(last)s", first=day(first), last=day(last))
