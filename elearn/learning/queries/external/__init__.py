"""Reads of what was learned elsewhere: who may see and decide, lists, and what looks the same."""

from elearn.learning.queries.external.doubles import (
    Doubles,
    completions_of,
    correction_of,
    doubles_among,
    doubles_of,
    doubles_seen,
)
from elearn.learning.queries.external.lists import (
    RecordPage,
    RecordRow,
    records_of,
    records_page,
    waiting_for,
)
from elearn.learning.queries.external.sight import (
    decidable,
    is_hers,
    may_decide,
    record_seen_by,
    records_visible_to,
)

__all__ = [
    "Doubles",
    "RecordPage",
    "RecordRow",
    "completions_of",
    "correction_of",
    "decidable",
    "doubles_among",
    "doubles_of",
    "doubles_seen",
    "is_hers",
    "may_decide",
    "record_seen_by",
    "records_of",
    "records_page",
    "records_visible_to",
    "waiting_for",
]
