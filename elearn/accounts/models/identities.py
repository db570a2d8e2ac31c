"""Whom another house's sign-in stands for here."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class LinkedIdentity(Base):
    """A person as an OpenID Connect provider knows her, linked to her account by herself."""

    __tablename__ = "linked_identity"
    __table_args__ = (
        UniqueConstraint("issuer", "subject"),
        UniqueConstraint("account_id", "issuer"),
    )

    id: Mapped[IntPk]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="RESTRICT"))
    issuer: Mapped[str]
    subject: Mapped[str]
    linked_at: Mapped[datetime]
