"""Answers as they go out over a connection that is kept: a head of few bytes, and JSON."""

import re
import time
from email.utils import formatdate
from functools import lru_cache

from elearn.learning.reporting.pace import Pace
from elearn.learning.reporting.telling import encoded

_SESSION = re.compile(rb'"session": ?"([0-9a-f]{32})"')


def kept(body: bytes) -> bytes:
    """Return the answer that something was kept."""
    return _answer("200 OK", body)


def come_later(pace: Pace, asked: bytes) -> bytes:
    """Return the answer that nothing of a request was kept, and when to come again."""
    sessions = [found.decode() for found in _SESSION.findall(asked)]
    interval = pace.turn_away(sessions)
    told = encoded({"interval": interval})
    return _answer("503 Service Unavailable", told, f"Retry-After: {interval}\r\n")


def _answer(status: str, body: bytes, more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nDate: {_date(int(time.time()))}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n{more}\r\n"
    )
    return head.encode("latin-1") + body


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)
