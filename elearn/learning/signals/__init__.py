"""Signals: what is unusual in how lectures were watched, for a person to judge.

A *signal* is a thing that hardly happens by itself: more seconds than the clock allows, many people
in one browser, visits that are alike, a clock that leaps. It takes nothing away and says nothing
about anybody. *Measures* say from how much on it is shown. A *judgement* is what a person made of
it. An *outage* is a time in which reports could not come in as usual; a signal all of whose visits
fall into one is marked so and sinks. A *twin* is two visits of two persons that were alike.
"""

from elearn.learning.signals import service
from elearn.learning.signals.models import (
    Outage,
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
    "service",
]
