"""The terms of watching, read once a minute: every report asks for them."""

from dataclasses import replace
from datetime import datetime, timedelta

from flask import current_app

from elearn import clock
from elearn.learning.queries import terms_on
from elearn.learning.reporting import Desk, Pace
from elearn.learning.rules import Terms
from elearn.web import db

_FRESH = timedelta(minutes=1)


def terms() -> Terms:
    """Return what holds for watching now."""
    kept: tuple[datetime, Terms] | None = current_app.extensions.get("watch_terms")
    now, interval = clock.now(), pace().interval
    day = clock.day_of(now)
    if kept is None or now - kept[0] > _FRESH or clock.day_of(kept[0]) != day:
        kept = now, terms_on(db(), day, interval=interval)
        current_app.extensions["watch_terms"] = kept
    return replace(kept[1], interval=interval)


def pace() -> Pace:
    """Return how this process keeps pace with reports."""
    desk: Desk = current_app.extensions["desk"]
    return desk.pace
