"""Reads of leases."""

from elearn.learning.offline.queries.leases import (
    lease_of,
    lease_rule_on,
    leases_named,
    leases_running,
    running_lease_of,
)
from elearn.learning.offline.queries.modules import module_to_fetch

__all__ = [
    "lease_of",
    "lease_rule_on",
    "leases_named",
    "leases_running",
    "module_to_fetch",
    "running_lease_of",
]
