"""The terms of watching, read once a minute: every report asks for them."""

from datetime import datetime, timedelta

from flask import current_app

from elearn import clock
from elearn.learning.queries import terms_on
from elearn.learning.rules import Terms
from elearn.web import db, here

_FRESH = timedelta(minutes=1)


def terms() -> Terms:
    """Return what holds for watching now."""
    kept: tuple[datetime, Terms] | None = current_app.extensions.get("watch_terms")
    now = clock.now()
    if kept is None or now - kept[0] > _FRESH:
        interval = here().settings.report_interval_seconds
        kept = now, terms_on(db(), clock.day_of(now), interval=interval)
        current_app.extensions["watch_terms"] = kept
    return kept[1]
