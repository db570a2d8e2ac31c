"""By which other house's sign-in an account may be opened."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts.models import Account, LinkedIdentity


def identity_of(db: Session, account_id: int, issuer: str) -> LinkedIdentity | None:
    """Return the link of an account to a provider, if there is one."""
    own = LinkedIdentity.account_id == account_id
    return db.scalar(select(LinkedIdentity).where(own, LinkedIdentity.issuer == issuer))


def account_linked(db: Session, issuer: str, subject: str) -> Account | None:
    """Return the open account that a person of a provider linked, if there is one."""
    linked = (
        select(Account)
        .join(LinkedIdentity, LinkedIdentity.account_id == Account.id)
        .where(LinkedIdentity.issuer == issuer, LinkedIdentity.subject == subject)
    )
    return db.scalar(linked.where(Account.closed_at.is_(None)))
