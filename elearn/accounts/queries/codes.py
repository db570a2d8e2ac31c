"""Codes by what stands for them, and those of an account."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.models import Account, ActivationCode


def code_by_digest(db: Session, digest: str) -> ActivationCode | None:
    """Return the code this stands for, whether or not it still holds."""
    return db.scalar(select(ActivationCode).where(ActivationCode.digest == digest))


def open_code(db: Session, code_id: int, *, now: datetime) -> ActivationCode | None:
    """Return a code as long as its bearer may choose a password by it."""
    found = (
        select(ActivationCode)
        .join(Account, Account.id == ActivationCode.account_id)
        .where(ActivationCode.id == code_id, Account.closed_at.is_(None))
        .where(ActivationCode.used_at.is_(None), ActivationCode.revoked_at.is_(None))
        .where(ActivationCode.expires_at > now)
    )
    return db.scalar(found)


def codes_of(db: Session, account_id: int) -> Sequence[ActivationCode]:
    """Return every code an account was given, the latest first."""
    given = select(ActivationCode).where(ActivationCode.account_id == account_id)
    return db.scalars(given.order_by(ActivationCode.made_at.desc(), ActivationCode.id.desc())).all()


def open_codes(
    db: Session, account_ids: Collection[int], *, now: datetime
) -> dict[int, ActivationCode]:
    """Return, by the account, the codes that hold; one query."""
    found = select(ActivationCode).where(
        ActivationCode.account_id.in_(account_ids),
        ActivationCode.used_at.is_(None),
        ActivationCode.revoked_at.is_(None),
        ActivationCode.expires_at > now,
    )
    return {code.account_id: code for code in db.scalars(found)}
