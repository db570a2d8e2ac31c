"""The rows that watch reports touch: read and locked by one statement, written by one more.

This is the busiest path of all, and its reports come many at once.
"""

from elearn.learning.service.keeping.begun import begin_forms, hold_sessions
from elearn.learning.service.keeping.leased import leased_by
from elearn.learning.service.keeping.read import Record, forms_begun, records_of
from elearn.learning.service.keeping.written import Written, write

__all__ = [
    "Record",
    "Written",
    "begin_forms",
    "forms_begun",
    "hold_sessions",
    "leased_by",
    "records_of",
    "write",
]
