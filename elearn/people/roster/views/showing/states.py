"""A state as sign, words and colour."""

from typing import NamedTuple

from elearn.people.roster.models import BATCH_STATE_NAMES, BatchState
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES, RowStatus
from elearn.text import Message, msg


class Sign(NamedTuple):
    """What a pill shows: its colour, its drawing, its words."""

    kind: str
    icon: str
    words: Message


_PAIR = msg("Nghi trùng")
_WORKING = ("brand", "clock")
_BATCH = {
    BatchState.READING: _WORKING,
    BatchState.COLUMNS: ("warn", "edit"),
    BatchState.COMPARING: _WORKING,
    BatchState.READY: ("warn", "edit"),
    BatchState.COMMITTING: _WORKING,
    BatchState.COMMITTED: ("ok", "check"),
    BatchState.UNDOING: _WORKING,
    BatchState.UNDONE: ("idle", "swap"),
    BatchState.DISCARDED: ("idle", "cross"),
    BatchState.REFUSED: ("bad", "bad"),
}
_ROW = {
    RowStatus.NEW: ("ok", "plus"),
    RowStatus.CHANGED: ("brand", "edit"),
    RowStatus.UNCHANGED: ("idle", "check"),
    RowStatus.DOUBTFUL: ("warn", "users"),
    RowStatus.ERROR: ("bad", "bad"),
    RowStatus.SKIPPED: ("idle", "cross"),
}


def state_of(state: BatchState) -> Sign:
    """Return how the state of a batch is shown."""
    return Sign(*_BATCH[state], BATCH_STATE_NAMES[state])


def status_of(status: RowStatus, *, is_pair: bool = False) -> Sign:
    """Return how the status of a row is shown, and whether it may mean somebody known."""
    words = _PAIR if is_pair and status is RowStatus.DOUBTFUL else ROW_STATUS_NAMES[status]
    return Sign(*_ROW[status], words)
