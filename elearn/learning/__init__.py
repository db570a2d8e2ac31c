"""Learning: who has a place on a programme, what she watched, and what she has completed.

An *enrolment* is a person's place on a programme version. A *watch session* is one visit to a
lecture on one device. A *watch report* says which seconds were played; they are merged into the
person's *watch map* of that medium version, one bit a second, as far as her *budget* goes, which
grows by the clock. All that was claimed is kept as *evidence*. A *standing* is what the map means
under a *watch rule*: how much is held, how much is missing, whether the lecture is *seen*.

A *completion rule* is a version of what completing a programme takes, as *conditions*. A *review*
holds a person's record against it: each *outcome* says met, missing or absent (chưa có). It counts
nothing by itself; a *completion* is the fact that a person confirmed, and nothing computed ever
takes it away.

An *external record* is a paper of a course taken elsewhere or before: entered by one person, it
becomes a completion once a *second person* confirms it.
"""

from elearn.learning import personal
from elearn.learning.models import (
    Completion,
    CompletionCondition,
    CompletionRule,
    Enrolment,
    ExternalRecord,
    WatchBudget,
    WatchEvidence,
    WatchMap,
    WatchRule,
    WatchSession,
)
from elearn.learning.queries import (
    completion_rule_on,
    enrolments_of,
    progress_of,
    reviews_of,
    terms_on,
    watch_rule_on,
)
from elearn.learning.rules import (
    FORM_NAMES,
    CompletionForm,
    ConditionKind,
    Form,
    LectureProgress,
    ProgrammeProgress,
    Review,
    Seconds,
    State,
    Terms,
    Visit,
    WatchReport,
)
from elearn.learning.service import (
    Achievement,
    Claim,
    complete,
    enrol,
    load_completion_rules,
    load_rules,
    open_watch,
    record,
    record_many,
    take_back,
)

__all__ = [
    "FORM_NAMES",
    "Achievement",
    "Claim",
    "Completion",
    "CompletionCondition",
    "CompletionForm",
    "CompletionRule",
    "ConditionKind",
    "Enrolment",
    "ExternalRecord",
    "Form",
    "LectureProgress",
    "ProgrammeProgress",
    "Review",
    "Seconds",
    "State",
    "Terms",
    "Visit",
    "WatchBudget",
    "WatchEvidence",
    "WatchMap",
    "WatchReport",
    "WatchRule",
    "WatchSession",
    "complete",
    "completion_rule_on",
    "enrol",
    "enrolments_of",
    "load_completion_rules",
    "load_rules",
    "open_watch",
    "personal",
    "progress_of",
    "record",
    "record_many",
    "reviews_of",
    "take_back",
    "terms_on",
    "watch_rule_on",
]
