"""What changes a person's record of learning."""

from elearn.learning.service.adopting import Basis, adopt_rule
from elearn.learning.service.completing import Achievement, complete, take_back
from elearn.learning.service.completion_rules import load_completion_rules
from elearn.learning.service.drafting import (
    TrialLine,
    discard_rule,
    draft_rule,
    keep_trial,
)
from elearn.learning.service.enrolling import enrol
from elearn.learning.service.opening import open_watch
from elearn.learning.service.receipts import Finding, Look, Signer, give_receipt, look_into
from elearn.learning.service.recording import Claim, Outcome, record, record_many
from elearn.learning.service.ruling import load_rules

__all__ = [
    "Achievement",
    "Basis",
    "Claim",
    "Finding",
    "Look",
    "Outcome",
    "Signer",
    "TrialLine",
    "adopt_rule",
    "complete",
    "discard_rule",
    "draft_rule",
    "enrol",
    "give_receipt",
    "keep_trial",
    "load_completion_rules",
    "load_rules",
    "look_into",
    "open_watch",
    "record",
    "record_many",
    "take_back",
]
