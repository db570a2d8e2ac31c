"""What changes records of what was learned elsewhere."""

from elearn.learning.service.external.deciding import (
    Confirmation,
    confirm_record,
    refuse_record,
    take_back_record,
)
from elearn.learning.service.external.entering import (
    Entry,
    correct_record,
    enter_record,
    refuse_many,
    withdraw_record,
)
from elearn.learning.service.external.papers import Paper

__all__ = [
    "Confirmation",
    "Entry",
    "Paper",
    "confirm_record",
    "correct_record",
    "enter_record",
    "refuse_many",
    "refuse_record",
    "take_back_record",
    "withdraw_record",
]
