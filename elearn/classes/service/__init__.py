"""Changes to classes: each locks the class, asks whether the actor may, and is written down."""

from elearn.classes.service.admitting import Admission, admit_people, leave
from elearn.classes.service.closing import close
from elearn.classes.service.ending import cancel, reopen
from elearn.classes.service.opening import begin, open_class
from elearn.classes.service.telling import remind

__all__ = [
    "Admission",
    "admit_people",
    "begin",
    "cancel",
    "close",
    "leave",
    "open_class",
    "remind",
    "reopen",
]
