"""A person's way in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class Account(Base):
    """A person's way in: one for each person, with a user name that is hers alone."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("user_name = lower(user_name)", name="user_name_in_lower_case"),
        CheckConstraint("closed_at >= created_at", name="closed_after_created"),
    )

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), unique=True
    )
    #: Plain letters, digits and . _ - from a letter on, so that it never looks like a telephone.
    user_name: Mapped[str] = mapped_column(String(40), unique=True)
    #: Absent until a first password was set: nobody signs in by it before.
    password_hash: Mapped[str | None]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
