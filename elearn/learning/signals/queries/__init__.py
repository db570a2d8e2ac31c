"""Reads of signals: what a look looks at, and what pages show."""

from elearn.learning.signals.queries.evidence import Subject, Visited, subjects_of, visits_of
from elearn.learning.signals.queries.listing import Asked, SignalPage, signal_page
from elearn.learning.signals.queries.looking import Seen, last_look, look, window_after
from elearn.learning.signals.queries.outages import (
    OutagePage,
    areas_named,
    decided_among,
    may_decide,
    outage_by_id,
    outage_page,
)
from elearn.learning.signals.queries.sight import JUDGING, may_judge, signal_seen_by, visible_to

__all__ = [
    "JUDGING",
    "Asked",
    "OutagePage",
    "Seen",
    "SignalPage",
    "Subject",
    "Visited",
    "areas_named",
    "decided_among",
    "last_look",
    "look",
    "may_decide",
    "may_judge",
    "outage_by_id",
    "outage_page",
    "signal_page",
    "signal_seen_by",
    "subjects_of",
    "visible_to",
    "visits_of",
    "window_after",
]
