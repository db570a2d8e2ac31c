"""Who is on the way in by a code: kept in the browser's signed cookie until she has a password.

It holds the key of the code, never the code, and only for an hour: somebody who lays a shared
telephone aside types the code again.
"""

from datetime import datetime, timedelta

from flask import session

_KEY = "activation"


def begin(code_id: int, *, minutes: int, now: datetime) -> None:
    """Remember for some minutes by which code somebody is on her way."""
    session[_KEY] = [code_id, (now + timedelta(minutes=minutes)).isoformat()]


def standing(*, now: datetime) -> int | None:
    """Return the code somebody is on her way by, as long as that is remembered."""
    code_id, until = session.get(_KEY, (None, now.isoformat()))
    return code_id if now < datetime.fromisoformat(until) else None


def forget() -> None:
    session.pop(_KEY, None)
