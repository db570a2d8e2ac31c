"""Tables of learning: places and watched seconds, the rules of completion, and completions."""

from elearn.learning.models.completion import (
    Completion,
    CompletionCondition,
    CompletionConditionModule,
    CompletionRule,
)
from elearn.learning.models.watching import (
    Enrolment,
    WatchBudget,
    WatchEvidence,
    WatchMap,
    WatchRule,
    WatchSession,
)

__all__ = [
    "Completion",
    "CompletionCondition",
    "CompletionConditionModule",
    "CompletionRule",
    "Enrolment",
    "WatchBudget",
    "WatchEvidence",
    "WatchMap",
    "WatchRule",
    "WatchSession",
]
