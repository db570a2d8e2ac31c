"""Pure decisions about classes: what may be opened, their states, what a closing list fixes."""

from elearn.classes.rules.closing import completed_on, form_of, guard_of
from elearn.classes.rules.opening import NewClass, flaws_of
from elearn.classes.rules.states import RESULT_NAMES, STATE_NAMES, ClassState, Result

__all__ = [
    "RESULT_NAMES",
    "STATE_NAMES",
    "ClassState",
    "NewClass",
    "Result",
    "completed_on",
    "flaws_of",
    "form_of",
    "guard_of",
]
