"""Learning: who has a place on a programme, and which seconds of a lecture she really watched.

An *enrolment* is a person's place on a programme version. A *watch session* is one visit to a
lecture on one device. A *watch report* says which seconds were played; they are merged into the
person's *watch map* of that medium version, one bit a second, as far as her *budget* goes, which
grows by the clock. All that was claimed is kept as *evidence*. A *standing* is what the map means
under a *watch rule*: how much is held, how much is missing, whether the lecture is *seen*.
"""

from elearn.learning.models import (
    Enrolment,
    WatchBudget,
    WatchEvidence,
    WatchMap,
    WatchRule,
    WatchSession,
)
from elearn.learning.queries import enrolments_of, progress_of, terms_on, watch_rule_on
from elearn.learning.rules import (
    Form,
    LectureProgress,
    ProgrammeProgress,
    Seconds,
    Standing,
    Terms,
    Visit,
    WatchReport,
)
from elearn.learning.service import enrol, load_rules, open_watch, record

__all__ = [
    "Enrolment",
    "Form",
    "LectureProgress",
    "ProgrammeProgress",
    "Seconds",
    "Standing",
    "Terms",
    "Visit",
    "WatchBudget",
    "WatchEvidence",
    "WatchMap",
    "WatchReport",
    "WatchRule",
    "WatchSession",
    "enrol",
    "enrolments_of",
    "load_rules",
    "open_watch",
    "progress_of",
    "record",
    "terms_on",
    "watch_rule_on",
]
