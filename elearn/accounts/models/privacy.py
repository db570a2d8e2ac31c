"""Which notice about their data people have read, and when."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class PrivacyAcceptance(Base):
    """An account was shown one version of the notice, and its owner went on."""

    __tablename__ = "privacy_acceptance"
    __table_args__ = (UniqueConstraint("account_id", "version"),)

    id: Mapped[IntPk]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="RESTRICT"))
    version: Mapped[int]
    accepted_at: Mapped[datetime]
