"""Which accounts a typed name may mean."""

from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.accounts.models import Account
from elearn.accounts.rules import is_user_name, telephone_in, user_name_of

MOST_ON_ONE_TELEPHONE = 8  # Each costs one password test; a family has fewer.


@dataclass(frozen=True, slots=True)
class Candidate:
    """An open account a typed name may mean, and what its password must match."""

    account_id: int
    password_hash: str = field(repr=False)


def candidates(db: Session, name: str) -> list[Candidate]:
    """Return the open accounts with a password that have this user name or telephone."""
    open_accounts = (
        select(Account.id, Account.password_hash)
        .join(people.Person, people.Person.id == Account.person_id)
        .where(_is_meant(name), Account.closed_at.is_(None), Account.password_hash.is_not(None))
        .order_by(Account.id)
        .limit(MOST_ON_ONE_TELEPHONE)
    )
    return [Candidate(key, hash_) for key, hash_ in db.execute(open_accounts) if hash_]


def _is_meant(name: str) -> ColumnElement[bool]:
    if number := telephone_in(name):
        return people.Person.phone == number
    user_name = user_name_of(name)
    return Account.user_name == user_name if is_user_name(user_name) else false()
