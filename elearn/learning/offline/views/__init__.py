"""The doors of leases and envelopes."""

from elearn.learning.offline.views import envelopes, leasing, page
from elearn.learning.offline.views.door import bp

__all__ = ["bp", "envelopes", "leasing", "page"]
