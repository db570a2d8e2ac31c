"""Audit: who did what to which thing, when and from where.

An *entry* is written in the transaction of the act and never changed. Its *details* carry no
personal value; those stand in a table of their own, from which they can be erased.
"""

from elearn.audit.models import AuditEntry, AuditPersonalValue
from elearn.audit.service import erase_personal, record

__all__ = ["AuditEntry", "AuditPersonalValue", "erase_personal", "record"]
