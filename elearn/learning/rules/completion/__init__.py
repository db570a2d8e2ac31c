"""When a programme is completed: conditions, and how far each of them is met."""

from elearn.learning.rules.completion.holding import review
from elearn.learning.rules.completion.review import Outcome, Record, Review, shared_percent
from elearn.learning.rules.completion.sets import (
    FORM_NAMES,
    CompletionForm,
    Condition,
    ConditionKind,
    State,
)
from elearn.learning.rules.completion.words import condition_in_words

__all__ = [
    "FORM_NAMES",
    "CompletionForm",
    "Condition",
    "ConditionKind",
    "Outcome",
    "Record",
    "Review",
    "State",
    "condition_in_words",
    "review",
    "shared_percent",
]
