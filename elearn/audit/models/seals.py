"""Tables of seals: the chain, what stands where in it, and what waits to be sealed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, Unalterable


class AuditSeal(Unalterable, Base):
    """One link of the chain: it covers its entries and, by the hash before it, all earlier ones."""

    __tablename__ = "audit_seal"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("count >= 1", name="seals_something"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    previous_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    count: Mapped[int]
    sealed_at: Mapped[datetime]


class AuditSealed(Unalterable, Base):
    """The place of an entry in the chain: keys are committed out of order, places never move."""

    __tablename__ = "audit_sealed"
    __table_args__ = (CheckConstraint("place >= 1", name="place_from_one"),)

    seal_number: Mapped[int] = mapped_column(ForeignKey("audit_seal.number"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), unique=True)
    #: SHA-256 of the entry's canonical form: the hash of the seal is made of these.
    digest: Mapped[str] = mapped_column(String(64))


class AuditPending(Base):
    """An entry that no seal covers yet: written with it, removed by the seal that takes it."""

    __tablename__ = "audit_pending"

    entry_id: Mapped[int] = mapped_column(ForeignKey("audit_entry.id"), primary_key=True)
