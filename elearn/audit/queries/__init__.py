"""Reads of the audit: the chain, what waits, and whether everything is as it was written."""

from elearn.audit.queries.chain import act_of, is_waiting, last_seal, seal_numbers, waiting
from elearn.audit.queries.entries import looks_at, personal_values_of
from elearn.audit.queries.verifying import Verified, verify

__all__ = [
    "Verified",
    "act_of",
    "is_waiting",
    "last_seal",
    "looks_at",
    "personal_values_of",
    "seal_numbers",
    "verify",
    "waiting",
]
