"""Accounts and whose they are."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.accounts.models import Account
from elearn.accounts.rules import user_name_of
from elearn.errors import NotFound
from elearn.text import msg


def account_named(db: Session, user_name: str) -> Account:
    """Return the account with this user name.

    :raise NotFound: if nobody has it.
    """
    named = select(Account).where(Account.user_name == user_name_of(user_name))
    if account := db.scalar(named):
        return account
    raise NotFound(msg("Không có tài khoản “%(name)s”.", name=user_name))


def account_of(db: Session, person_id: int) -> Account | None:
    """Return the account of a person, if she has one."""
    return db.scalar(select(Account).where(Account.person_id == person_id))


def all_accounts(db: Session) -> list[tuple[Account, people.Person]]:
    """Return every account with its person, by given name."""
    found = select(Account, people.Person).join(
        people.Person, people.Person.id == Account.person_id
    )
    rows = db.execute(found.order_by(people.Person.sort_key, Account.id))
    return [(account, person) for account, person in rows]
