"""Tables of signals and outages."""

from elearn.learning.signals.models.outages import Outage
from elearn.learning.signals.models.signals import (
    Signal,
    SignalJudgement,
    SignalLook,
    SignalPerson,
    SignalSession,
    WatchTwin,
)

__all__ = [
    "Outage",
    "Signal",
    "SignalJudgement",
    "SignalLook",
    "SignalPerson",
    "SignalSession",
    "WatchTwin",
]
