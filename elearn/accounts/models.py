"""Accounts, grants, sign-in sessions and failed sign-ins: digests in place of any secret."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elearn.access import Role
from elearn.db import Base, IntPk, Recorded, ValidTime, in_order_of_days


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


class RoleGrant(ValidTime, Recorded, Base):
    """A role a person holds over an area and all below it, on the days from–to."""

    __tablename__ = "role_grant"
    __table_args__ = (in_order_of_days(),)

    id: Mapped[IntPk]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    role: Mapped[Role]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id", ondelete="RESTRICT"), index=True)
    #: Nobody: granted by whoever held the shell.
    granted_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="RESTRICT"), index=True
    )


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
