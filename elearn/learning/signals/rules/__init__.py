"""What is unusual in how lectures were watched: no database, no web."""

from elearn.learning.signals.rules.clocks import clock_of
from elearn.learning.signals.rules.devices import device_of
from elearn.learning.signals.rules.found import (
    Found,
    Key,
    Overrun,
    Stay,
    Trace,
    Window,
    week_at,
    week_of,
)
from elearn.learning.signals.rules.kinds import (
    KIND_NAMES,
    SOURCE_NAMES,
    STATE_AFTER,
    STATE_NAMES,
    USUAL,
    VERDICT_NAMES,
    OutageSource,
    SignalKind,
    SignalState,
    Verdict,
)
from elearn.learning.signals.rules.measures import Measures
from elearn.learning.signals.rules.speed import speed_of
from elearn.learning.signals.rules.traces import Side, Twin, groups_of, others_near, twins_of

__all__ = [
    "KIND_NAMES",
    "SOURCE_NAMES",
    "STATE_AFTER",
    "STATE_NAMES",
    "USUAL",
    "VERDICT_NAMES",
    "Found",
    "Key",
    "Measures",
    "OutageSource",
    "Overrun",
    "Side",
    "SignalKind",
    "SignalState",
    "Stay",
    "Trace",
    "Twin",
    "Verdict",
    "Window",
    "clock_of",
    "device_of",
    "groups_of",
    "others_near",
    "speed_of",
    "twins_of",
    "week_at",
    "week_of",
]
