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
    condition_in_words,
    review,
    shared_percent,
)
from elearn.learning.rules.confirming import Confirmation
from elearn.learning.rules.drafts import DraftState, Effect, NewRule, RuleKind
from elearn.learning.rules.leases import Leased, LeaseEnd, LeasePurse
from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress
from elearn.learning.rules.receipts import (
    ORPHAN,
    Line,
    Told,
    claims_of,
    file_name_of,
    file_of,
    still_holds,
    told_by,
)
from elearn.learning.rules.seconds import Range, Seconds
from elearn.learning.rules.standing import Standing
from elearn.learning.rules.versions import Passed, passed_to, with_passed
from elearn.learning.rules.watching import (
    Form,
    Opened,
    Receipt,
    SessionKind,
    Terms,
    Visit,
    WatchReport,
)

__all__ = [
    "FORM_NAMES",
    "ORPHAN",
    "Budget",
    "CompletionForm",
    "Condition",
    "ConditionKind",
    "Confirmation",
    "Credit",
    "DraftState",
    "Effect",
    "Form",
    "LeaseEnd",
    "LeasePurse",
    "Leased",
    "LectureProgress",
    "Limits",
    "Line",
    "ModuleProgress",
    "NewRule",
    "Opened",
    "Outcome",
    "Passed",
    "ProgrammeProgress",
    "Range",
    "Receipt",
    "Record",
    "Review",
    "RuleKind",
    "Seconds",
    "SessionKind",
    "Standing",
    "State",
    "Terms",
    "Told",
    "Visit",
    "WatchReport",
    "claims_of",
    "condition_in_words",
    "credit",
    "file_name_of",
    "file_of",
    "passed_to",
    "review",
    "shared_percent",
    "still_holds",
    "told_by",
    "with_passed",
]
