"""What changes a person's record of learning."""

from elearn.learning.service.completing import Achievement, complete, take_back
from elearn.learning.service.completion_rules import load_completion_rules
from elearn.learning.service.enrolling import enrol
from elearn.learning.service.opening import open_watch
from elearn.learning.service.receipts import Finding, House, Look, give_receipt, look_into
from elearn.learning.service.recording import record
from elearn.learning.service.ruling import load_rules

__all__ = [
    "Achievement",
    "Finding",
    "House",
    "Look",
    "complete",
    "enrol",
    "give_receipt",
    "load_completion_rules",
    "load_rules",
    "look_into",
    "open_watch",
    "record",
    "take_back",
]
