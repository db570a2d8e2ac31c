"""Audit: who did what to which thing, when and from where.

An *entry* is written in the transaction of the act and never changed. Its *details* carry no
personal value; those stand in a table of their own, from which they can be erased, and the entry
keeps a salted digest of each. Entries wait (*pending*) until a *seal* takes them: seals have
numbers without a gap, each holds the hash of the one before it, and the last is the *head*.
"""

from elearn.audit.models import (
    AuditEntry,
    AuditPending,
    AuditPersonalValue,
    AuditSeal,
    AuditSealed,
)
from elearn.audit.personal import forget
from elearn.audit.queries import looks_at, seal_numbers, verify
from elearn.audit.service import Acted, record, record_all, seal

__all__ = [
    "Acted",
    "AuditEntry",
    "AuditPending",
    "AuditPersonalValue",
    "AuditSeal",
    "AuditSealed",
    "forget",
    "looks_at",
    "record",
    "record_all",
    "seal",
    "seal_numbers",
    "verify",
]
