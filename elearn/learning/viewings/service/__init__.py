"""What changes a shared viewing: it opens, is reported, stated, confirmed, objected to."""

from elearn.learning.viewings.service.answering import LONGEST, check_code, confirm, object_to
from elearn.learning.viewings.service.opening import Opening, open_viewing
from elearn.learning.viewings.service.stating import state
from elearn.learning.viewings.service.taking import Said, Taken, take

__all__ = [
    "LONGEST",
    "Opening",
    "Said",
    "Taken",
    "check_code",
    "confirm",
    "object_to",
    "open_viewing",
    "state",
    "take",
]
