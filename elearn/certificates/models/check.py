"""Table of checks that found nothing: a number shall not be guessed by trying."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class FailedCheck(Base):
    """One number that was asked about with a name or a day that does not go with it, and whence."""

    __tablename__ = "failed_check"
    __table_args__ = (
        Index("ix_failed_check_number_at", "number", "at"),
        Index("ix_failed_check_network_at", "network", "at"),
    )

    id: Mapped[IntPk]
    number: Mapped[str] = mapped_column(String(60))
    network: Mapped[str] = mapped_column(String(50))
    at: Mapped[datetime] = mapped_column(index=True)
