"""Tables of what was done, and apart from it the personal values it was done with."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk, Unalterable


class AuditEntry(Unalterable, Base):
    """One act: who did what to which thing, when and from where. Never changed, never erased."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_subject", "subject", "subject_id"),)

    id: Mapped[IntPk]
    at: Mapped[datetime] = mapped_column(index=True)
    #: The key of the person who acted, or nothing for the operator at the shell. No foreign key:
    #: persons come later in the order of the house, and an entry outlives whatever it names.
    person_id: Mapped[int | None] = mapped_column(index=True)
    action: Mapped[str] = mapped_column(String(60))
    #: The kind of thing acted on (the name of its table) and its key.
    subject: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[int | None]
    #: What is worth knowing besides, without any personal value.
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: By the name of each personal value its salted digest, which says nothing without the salt.
    personal: Mapped[dict[str, str]] = mapped_column(JSON)
    #: From where: a network, or "shell".
    origin: Mapped[str] = mapped_column(String(80))


class AuditPersonalValue(Base):
    """A personal value of an entry and the salt of its digest: erased together, never altered."""

    __tablename__ = "audit_personal_value"

    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    #: Whose value it is; no foreign key, persons come later in the order of the house.
    person_id: Mapped[int | None] = mapped_column(index=True)
    salt: Mapped[str] = mapped_column(String(32))
    value: Mapped[str]
