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

A *rule draft* is a version somebody wants; its *trial* says what it would do to whom, before it is
adopted. A *receipt* (biên nhận) is what she is told the server holds; signed, it can be shown to
anybody. A *bookmark* is a second of a film that she wants to find again. *Signals* have a page of
words of their own, as have what is played *offline* (without a line) and *shared viewings* (xem
chung).

A *question* (câu hỏi) is asked under a lecture, at a second of its film; those who teach it give
*answers*. A *curve* is how a film is watched by all together, second by second, without names.

An *external record* is a paper of a course taken elsewhere or before: entered by one person, it
becomes a completion once a *second person* confirms it.
"""

from elearn.learning import offline, personal, reporting, signals, viewings
from elearn.learning.models import (
    Completion,
    CompletionCondition,
    CompletionRule,
    Enrolment,
    ExternalRecord,
    LectureQuestion,
    RuleDraft,
    RuleTrialLine,
    WatchBudget,
    WatchEvidence,
    WatchMap,
    WatchRule,
    WatchSession,
)
from elearn.learning.queries import (
    Effects,
    completion_rule_on,
    completion_rules,
    effects_on,
    enrolments_of,
    progress_of,
    progress_of_many,
    reviews_of,
    rule_draft_by_id,
    rule_drafts,
    terms_on,
    trial_line,
    trial_lines,
    trial_people,
    watch_rule_after,
    watch_rule_on,
    watch_rules,
)
from elearn.learning.rules import (
    FORM_NAMES,
    CompletionForm,
    Condition,
    ConditionKind,
    DraftState,
    Effect,
    Form,
    LectureProgress,
    NewRule,
    ProgrammeProgress,
    Record,
    Review,
    RuleKind,
    Seconds,
    State,
    Terms,
    Visit,
    WatchReport,
    condition_in_words,
    review,
    shared_percent,
)
from elearn.learning.service import (
    Achievement,
    Basis,
    Claim,
    TrialLine,
    adopt_rule,
    complete,
    discard_rule,
    draft_rule,
    enrol,
    external,
    keep_trial,
    load_completion_rules,
    load_rules,
    open_watch,
    record,
    record_many,
    take_back,
)
from elearn.learning.service.answering import answer
from elearn.learning.service.asking import Asking, ask

__all__ = [
    "FORM_NAMES",
    "Achievement",
    "Asking",
    "Basis",
    "Claim",
    "Completion",
    "CompletionCondition",
    "CompletionForm",
    "CompletionRule",
    "Condition",
    "ConditionKind",
    "DraftState",
    "Effect",
    "Effects",
    "Enrolment",
    "ExternalRecord",
    "Form",
    "LectureProgress",
    "LectureQuestion",
    "NewRule",
    "ProgrammeProgress",
    "Record",
    "Review",
    "RuleDraft",
    "RuleKind",
    "RuleTrialLine",
    "Seconds",
    "State",
    "Terms",
    "TrialLine",
    "Visit",
    "WatchBudget",
    "WatchEvidence",
    "WatchMap",
    "WatchReport",
    "WatchRule",
    "WatchSession",
    "adopt_rule",
    "answer",
    "ask",
    "complete",
    "completion_rule_on",
    "completion_rules",
    "condition_in_words",
    "discard_rule",
    "draft_rule",
    "effects_on",
    "enrol",
    "enrolments_of",
    "external",
    "keep_trial",
    "load_completion_rules",
    "load_rules",
    "offline",
    "open_watch",
    "personal",
    "progress_of",
    "progress_of_many",
    "record",
    "record_many",
    "reporting",
    "review",
    "reviews_of",
    "rule_draft_by_id",
    "rule_drafts",
    "shared_percent",
    "signals",
    "take_back",
    "terms_on",
    "trial_line",
    "trial_lines",
    "trial_people",
    "viewings",
    "watch_rule_after",
    "watch_rule_on",
    "watch_rules",
]
