"""Tables of rosters: batches, their rows and questions, and what they wrote."""

from elearn.people.roster.models.batches import (
    BATCH_STATE_NAMES,
    DECIDABLE,
    UNWRITTEN,
    BatchState,
    RosterBatch,
)
from elearn.people.roster.models.changes import ChangeAct, RosterChange
from elearn.people.roster.models.rows import (
    QuestionKind,
    RosterAlias,
    RosterQuestion,
    RosterRow,
)

__all__ = [
    "BATCH_STATE_NAMES",
    "DECIDABLE",
    "UNWRITTEN",
    "BatchState",
    "ChangeAct",
    "QuestionKind",
    "RosterAlias",
    "RosterBatch",
    "RosterChange",
    "RosterQuestion",
    "RosterRow",
]
