"""Links that carry a sign-in from one browser to another."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class CarryLink(Base):
    """A link good for a minute and once, made by a browser in which its owner is signed in."""

    __tablename__ = "carry_link"
    __table_args__ = (CheckConstraint("expires_at > made_at", name="expires_after_made"),)

    id: Mapped[IntPk]
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    #: The session it was made in: once that has ended, the link carries nobody.
    session_id: Mapped[int] = mapped_column(
        ForeignKey("sign_in_session.id", ondelete="RESTRICT"), index=True
    )
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
