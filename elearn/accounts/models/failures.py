"""Sign-ins that were refused."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class FailedSignIn(Base):
    """One refused password: against which name, keyed so that none can be read here, and whence."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (
        Index("ix_failed_sign_in_subject_at", "subject", "at"),
        Index("ix_failed_sign_in_network_at", "network", "at"),
    )

    id: Mapped[IntPk]
    subject: Mapped[str] = mapped_column(String(64))
    network: Mapped[str] = mapped_column(String(50))
    at: Mapped[datetime] = mapped_column(index=True)
    #: A later success with the same name forgives it; the network still remembers.
    forgiven_at: Mapped[datetime | None]
