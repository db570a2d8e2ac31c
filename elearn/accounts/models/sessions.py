"""The devices on which people are signed in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class SignInSession(Base):
    """One device on which an account is signed in; its token is known to that device only."""

    __tablename__ = "sign_in_session"
    __table_args__ = (
        CheckConstraint("expires_at > opened_at", name="expires_after_opened"),
        Index("ix_sign_in_session_network_opened_at", "network", "opened_at"),
    )

    id: Mapped[IntPk]
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="RESTRICT"), index=True
    )
    opened_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    user_agent: Mapped[str] = mapped_column(String(200))
    #: The first part of the address only: /24 of IPv4, /48 of IPv6, or `local`.
    network: Mapped[str] = mapped_column(String(50))
    #: When the second factor was shown in it; a role that asks for one is not in force before.
    proved_at: Mapped[datetime | None]
