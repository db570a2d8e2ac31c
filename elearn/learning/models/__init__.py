"""Tables of learning: places and watched seconds, the rules of completion, and completions."""

from elearn.learning.models.bookmarks import Bookmark
from elearn.learning.models.completion import (
    Completion,
    CompletionCondition,
    CompletionConditionModule,
    CompletionRule,
)
from elearn.learning.models.curves import WatchCurve
from elearn.learning.models.external import ExternalPage, ExternalRecord
from elearn.learning.models.leases import LeaseRule, OfflineLease
from elearn.learning.models.questions import LectureAnswer, LectureQuestion
from elearn.learning.models.receipts import ReceiptKey, SignedReceipt
from elearn.learning.models.rule_drafts import RuleDraft, RuleTrialLine, RuleTrialPerson
from elearn.learning.models.viewing_rules import SharedViewingRule
from elearn.learning.models.watching import (
    Enrolment,
    WatchBudget,
    WatchEvidence,
    WatchMap,
    WatchRule,
    WatchSession,
)

__all__ = [
    "Bookmark",
    "Completion",
    "CompletionCondition",
    "CompletionConditionModule",
    "CompletionRule",
    "Enrolment",
    "ExternalPage",
    "ExternalRecord",
    "LeaseRule",
    "LectureAnswer",
    "LectureQuestion",
    "OfflineLease",
    "ReceiptKey",
    "RuleDraft",
    "RuleTrialLine",
    "RuleTrialPerson",
    "SharedViewingRule",
    "SignedReceipt",
    "WatchBudget",
    "WatchCurve",
    "WatchEvidence",
    "WatchMap",
    "WatchRule",
    "WatchSession",
]
