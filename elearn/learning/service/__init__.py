"""What changes a person's record of learning."""

from elearn.learning.service.enrolling import enrol
from elearn.learning.service.opening import open_watch
from elearn.learning.service.recording import record
from elearn.learning.service.ruling import load_rules

__all__ = ["enrol", "load_rules", "open_watch", "record"]
