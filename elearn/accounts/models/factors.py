"""The second factor of an account: six digits from a telephone, or a code kept on paper."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk


class SecondFactor(Base):
    """The secret an account shares with an app; it asks for nothing until a code confirmed it."""

    __tablename__ = "second_factor"
    __table_args__ = (
        CheckConstraint("confirmed_at >= created_at", name="confirmed_after_created"),
        CheckConstraint(
            "(confirmed_at IS NULL) = (last_counter IS NULL)", name="confirmed_by_a_first_code"
        ),
    )

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="RESTRICT"), primary_key=True
    )
    #: Encrypted by a key of this installation: a copy of the table opens nothing.
    sealed: Mapped[str]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    #: The half minute whose code was taken last: no code is good twice.
    last_counter: Mapped[int | None]


class RecoveryCode(Base):
    """One way in for whoever has lost her telephone, good once."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("account_id", "digest"),)

    id: Mapped[IntPk]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="RESTRICT"))
    #: Keyed, so that nobody who has the table only can try codes against it.
    digest: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]
