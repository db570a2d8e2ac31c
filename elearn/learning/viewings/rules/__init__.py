"""What of a shared viewing may count, and for whom: no database, no clock, no web."""

from elearn.learning.viewings.rules.brought import Brought, Refused, Span, as_ours
from elearn.learning.viewings.rules.codes import MOST_WRONG, code_of, is_code
from elearn.learning.viewings.rules.presence import Whom, admitted
from elearn.learning.viewings.rules.stretches import Played, allowed, counted

__all__ = [
    "MOST_WRONG",
    "Brought",
    "Played",
    "Refused",
    "Span",
    "Whom",
    "admitted",
    "allowed",
    "as_ours",
    "code_of",
    "counted",
    "is_code",
]
