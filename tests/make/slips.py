"""People who wait for their first sign-in, and the codes they are handed."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn import accounts
from elearn.access import OPERATOR
from elearn.people import OrgUnit
from tests.make import accounts as make_accounts
from tests.make import people

KEY = "not a secret"


def head(
    db: Session, name: str = "Bùi Thị Thoa", *, at: OrgUnit | None = None, **known: Any
) -> int:
    """Return the key of a branch head without an account."""
    person = people.person(db, name, **known)
    people.tenure(db, person, at=at or people.org_unit(db, "Chi hội thôn Đông"), post="branch_head")
    return person.id


def waiting(
    db: Session, name: str = "Bùi Thị Thoa", *, at: OrgUnit | None = None, user_name: str = ""
) -> accounts.Account:
    """Return the account of a branch head who never signed in, and was shown nothing yet."""
    person = people.person(db, name, birth_year=1979, gender="female")
    people.tenure(db, person, at=at or people.org_unit(db, "Chi hội thôn Đông"), post="branch_head")
    account = make_accounts.account(db, person, user_name=user_name or None, password_hash=None)
    make_accounts.not_told(db, account)
    return account


def code(db: Session, account: accounts.Account, *, now: datetime, days: int = 90) -> str:
    """Return a code that holds for an account."""
    codes = accounts.new_codes([account.id])
    accounts.keep_codes(db, OPERATOR, codes, accounts.Terms(KEY, days), now=now)
    return codes[account.id]
