"""Tables of the audit: entries and their personal values, seals and what waits for one."""

from sqlalchemy import event

from elearn.audit.models.entries import AuditEntry, AuditPersonalValue
from elearn.audit.models.seals import AuditPending, AuditSeal, AuditSealed
from elearn.db import guard, guard_from_change

for _row in (AuditEntry, AuditSeal, AuditSealed):
    event.listen(_row.__table__, "after_create", guard)
event.listen(AuditPersonalValue.__table__, "after_create", guard_from_change)

__all__ = ["AuditEntry", "AuditPending", "AuditPersonalValue", "AuditSeal", "AuditSealed"]
