"""Offline: what phones play without a line, and how what was played there comes in.

A *lease* is leave to keep one lecture on one phone and play it until a moment. While some lease of
hers runs, a *purse* grows, which pays for what she plays from copies. A *copy* is what the phone
fetched under it. An *envelope* is what was played under one lease, signed with the key of that
lease; it says nothing by whom it comes. A *report file* is many envelopes that somebody brings
where a phone has no line at all: each is taken, known already, refused, or *quarantined*: kept as
it came, with the reason, to be tried again.
"""

from elearn.learning.offline.models import ReportEnvelope, ReportFile

__all__ = ["ReportEnvelope", "ReportFile"]
