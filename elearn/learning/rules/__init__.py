"""When a second counts, and when a lecture is seen: no database, no clock, no web."""

from elearn.learning.rules.budget import Budget, Credit, Limits, credit
from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress
from elearn.learning.rules.seconds import Range, Seconds
from elearn.learning.rules.standing import Standing
from elearn.learning.rules.watching import Form, Opened, Receipt, Terms, Visit, WatchReport

__all__ = [
    "Budget",
    "Credit",
    "Form",
    "LectureProgress",
    "Limits",
    "ModuleProgress",
    "Opened",
    "ProgrammeProgress",
    "Range",
    "Receipt",
    "Seconds",
    "Standing",
    "Terms",
    "Visit",
    "WatchReport",
    "credit",
]
