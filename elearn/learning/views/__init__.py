"""The lecture page with its player, the players' door, receipts, what is missing, new films."""

from elearn.learning.views import (
    asking,
    bookmarks,
    curve,
    inbox,
    lecture,
    missing,
    question,
    receipt_check,
    receipts,
    records,
    releasing,
    transcript,
    watching,
)
from elearn.learning.views.door import bp

__all__ = [
    "asking",
    "bookmarks",
    "bp",
    "curve",
    "inbox",
    "lecture",
    "missing",
    "question",
    "receipt_check",
    "receipts",
    "records",
    "releasing",
    "transcript",
    "watching",
]
