"""When a second counts, and when a lecture is seen: no database, no clock, no web."""

from elearn.learning.rules.budget import Budget, Credit, Limits, credit
from elearn.learning.rules.completion import (
    FORM_NAMES,
    CompletionForm,
    Condition,
    ConditionKind,
    Outcome,
    Record,
    Review,
    State,
    review,
)
from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress
from elearn.learning.rules.receipts import Line, Told, claims_of, still_holds, told_by
from elearn.learning.rules.seconds import Range, Seconds
from elearn.learning.rules.standing import Standing
from elearn.learning.rules.versions import Passed, passed_to, with_passed
from elearn.learning.rules.watching import Form, Opened, Receipt, Terms, Visit, WatchReport

__all__ = [
    "FORM_NAMES",
    "Budget",
    "CompletionForm",
    "Condition",
    "ConditionKind",
    "Credit",
    "Form",
    "LectureProgress",
    "Limits",
    "Line",
    "ModuleProgress",
    "Opened",
    "Outcome",
    "Passed",
    "ProgrammeProgress",
    "Range",
    "Receipt",
    "Record",
    "Review",
    "Seconds",
    "Standing",
    "State",
    "Terms",
    "Told",
    "Visit",
    "WatchReport",
    "claims_of",
    "credit",
    "passed_to",
    "review",
    "still_holds",
    "told_by",
    "with_passed",
]
