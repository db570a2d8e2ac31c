"""One-time codes: handed out on paper or told by a helper, typed once to choose a password."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from elearn.db import Base, IntPk

_OPEN = text("used_at IS NULL AND revoked_at IS NULL")


class ActivationCode(Base):
    """A code that lets its bearer choose the password of one account, once; never kept itself."""

    __tablename__ = "activation_code"
    __table_args__ = (
        CheckConstraint("expires_at > made_at", name="expires_after_made"),
        CheckConstraint("used_at IS NULL OR revoked_at IS NULL", name="used_or_revoked"),
        Index(
            "uq_activation_code_open",
            "account_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[IntPk]
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="RESTRICT"), index=True
    )
    #: Keyed by the installation's secret, so that nobody with the table alone can try codes.
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    #: Nobody: made from the shell.
    made_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )
    #: Its bearer has said “that is me”.
    confirmed_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    #: A newer code took its place, or the account was closed.
    revoked_at: Mapped[datetime | None]
