"""What envelopes are, and what becomes of them: no database, no clock, no web."""

from elearn.learning.offline.rules.choosing import Way, nearest, ways_among
from elearn.learning.offline.rules.copies import Carried
from elearn.learning.offline.rules.envelopes import (
    MOST_BYTES,
    MOST_REPORTS,
    Envelope,
    Reason,
    Stretch,
)

__all__ = [
    "MOST_BYTES",
    "MOST_REPORTS",
    "Carried",
    "Envelope",
    "Reason",
    "Stretch",
    "Way",
    "nearest",
    "ways_among",
]
