"""Reads of leases."""

from elearn.learning.offline.queries.leases import (
    lease_of,
    lease_rule_on,
    leases_named,
    leases_running,
    running_lease_of,
)

__all__ = ["lease_of", "lease_rule_on", "leases_named", "leases_running", "running_lease_of"]
