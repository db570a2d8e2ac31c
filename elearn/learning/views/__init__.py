"""The lecture page with its player, the players' door, receipts, what is missing, new films."""

from elearn.learning.views import (
    lecture,
    missing,
    receipt_check,
    receipts,
    releasing,
    transcript,
    watching,
)
from elearn.learning.views.door import bp

__all__ = [
    "bp",
    "lecture",
    "missing",
    "receipt_check",
    "receipts",
    "releasing",
    "transcript",
    "watching",
]
