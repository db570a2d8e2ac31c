"""What changes leases, and how envelopes are taken."""

from elearn.learning.offline.service.leasing import Leave, Wanted, end, lease, renew
from elearn.learning.offline.service.taking import EnvelopeOutcome, take

__all__ = ["EnvelopeOutcome", "Leave", "Wanted", "end", "lease", "renew", "take"]
