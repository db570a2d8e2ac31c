"""Shared viewing (xem chung): many before one screen.

A *shared viewing* is one lecture played on one screen by whoever *leads* it. A *stretch* is what
was played while the same people sat there: who comes late or leaves begins another. Each who was
in some stretch has a *presence*; once *confirmed*, by herself or by the statement of who led, as
the rule says, the seconds of her stretches are credited to her map and marked as shared. Until
then they are nobody's but the leader's, whose own visits must have played them.
"""

from elearn.learning.models import SharedViewingRule
from elearn.learning.viewings.models import (
    SharedPresence,
    SharedStretch,
    SharedStretchPerson,
    SharedViewing,
)

__all__ = [
    "SharedPresence",
    "SharedStretch",
    "SharedStretchPerson",
    "SharedViewing",
    "SharedViewingRule",
]
