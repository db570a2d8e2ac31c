"""What changes a person's record of learning."""

from elearn.learning.service.completing import Achievement, complete, take_back
from elearn.learning.service.completion_rules import load_completion_rules
from elearn.learning.service.enrolling import enrol
from elearn.learning.service.opening import open_watch
from elearn.learning.service.recording import record
from elearn.learning.service.ruling import load_rules

__all__ = [
    "Achievement",
    "complete",
    "enrol",
    "load_completion_rules",
    "load_rules",
    "open_watch",
    "record",
    "take_back",
]
