"""What is done to batches of rosters."""

from elearn.people.roster.service.committing import commit_batch
from elearn.people.roster.service.receiving import (
    Columns,
    Sent,
    as_guessed,
    confirm_columns,
    discard_batch,
    receive,
    retry,
)
from elearn.people.roster.service.understanding import be_ready, entries_in, refuse, understand
from elearn.people.roster.service.undoing import undo_batch

__all__ = [
    "Columns",
    "Sent",
    "as_guessed",
    "be_ready",
    "commit_batch",
    "confirm_columns",
    "discard_batch",
    "entries_in",
    "receive",
    "refuse",
    "retry",
    "understand",
    "undo_batch",
]
