"""The change outbox: what later domains may follow from their own cursor."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from elearn.db.tables import Base, IntPk


class Change(Base):
    """One entry of the outbox: something later domains may follow from their own cursor."""

    __tablename__ = "change"

    id: Mapped[IntPk]
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]


def changed(db: Session, kind: str, key: object, *, now: datetime) -> None:
    """Write a change to the outbox, in the transaction that makes it."""
    db.add(Change(kind=kind, key=str(key), at=now))
