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


def bearing_entry(db: Session, person_id: int) -> int:
    """Return the entry of a human being that has her account, else the one that is given it.

    A right is in force for the entry that signs in.
    """
    hers = Account.person_id.in_(people.entry_ids(person_id)), Account.closed_at.is_(None)
    entries = db.scalars(select(Account.person_id).where(*hers).order_by(Account.id)).all()
    if person_id in entries:
        return person_id
    return entries[0] if entries else people.canonical(db, people.person_by_id(db, person_id)).id


def all_accounts(db: Session) -> list[tuple[Account, people.Person]]:
    """Return every account with its person, by given name."""
    found = select(Account, people.Person).join(
        people.Person, people.Person.id == Account.person_id
    )
    rows = db.execute(found.order_by(people.Person.sort_key, Account.id))
    return [(account, person) for account, person in rows]
