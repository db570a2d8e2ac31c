"""Classes: who studies which programme together, until when, and what came of it.

A *training class* (lớp) holds a version of a programme for some people on some days, under the
completion rule of its first day, with the electives its locality offers. A *participation* is one
training turn (lượt): one person in one class. A class is *planned*, *open*, *closed* or
*cancelled*. Its *closing list* holds everybody against the rule; when a person confirms the list
she was shown, it becomes what happened: who completed, on which day, and what the others lacked.
"""

from elearn.classes import personal
from elearn.classes.models import ClassElective, Participation, TrainingClass
from elearn.classes.queries import (
    Selection,
    class_by_code,
    class_managed_by,
    class_seen_by,
    classes_of,
    closing_list,
    completed_in,
    may_manage,
    participations_of,
)
from elearn.classes.rules import STATE_NAMES, ClassState, NewClass, Result
from elearn.classes.service import (
    admit_people,
    begin,
    cancel,
    close,
    leave,
    open_class,
    reopen,
)

__all__ = [
    "STATE_NAMES",
    "ClassElective",
    "ClassState",
    "NewClass",
    "Participation",
    "Result",
    "Selection",
    "TrainingClass",
    "admit_people",
    "begin",
    "cancel",
    "class_by_code",
    "class_managed_by",
    "class_seen_by",
    "classes_of",
    "close",
    "closing_list",
    "completed_in",
    "leave",
    "may_manage",
    "open_class",
    "participations_of",
    "personal",
    "reopen",
]
