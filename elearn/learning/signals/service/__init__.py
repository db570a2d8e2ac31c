"""What changes signals and outages: looks of the worker, and what people say."""

from elearn.learning.signals.service.beating import BEAT, beat, look_again
from elearn.learning.signals.service.judging import LONGEST_NOTE, Judged, judge
from elearn.learning.signals.service.looking import keep
from elearn.learning.signals.service.outages import NewOutage, enter_outage, withdraw_outage

__all__ = [
    "BEAT",
    "LONGEST_NOTE",
    "Judged",
    "NewOutage",
    "beat",
    "enter_outage",
    "judge",
    "keep",
    "look_again",
    "withdraw_outage",
]
