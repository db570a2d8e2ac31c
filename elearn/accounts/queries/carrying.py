"""Whom a link from one browser to another carries."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.accounts.models import Account, CarryLink, SignInSession
from elearn.accounts.queries.presence import digest


@dataclass(frozen=True, slots=True)
class Carried:
    """A link, the session it was made in, and whose that is."""

    link: CarryLink
    origin: SignInSession
    account: Account
    full_name: str

    def holds_at(self, now: datetime) -> bool:
        """Return whether she is still signed in there, and the minute is not over."""
        is_there = self.origin.ended_at is None and now < self.origin.expires_at
        return is_there and self.account.closed_at is None and now < self.link.expires_at


def carried_by(db: Session, token: str) -> Carried | None:
    """Return whom the link of a token carries; one query."""
    wanted = (
        select(CarryLink, SignInSession, Account, people.Person.full_name)
        .join(SignInSession, SignInSession.id == CarryLink.session_id)
        .join(Account, Account.id == SignInSession.account_id)
        .join(people.Person, people.Person.id == Account.person_id)
        .where(CarryLink.token_sha256 == digest(token))
    )
    row = db.execute(wanted).first()
    return Carried(*row) if row else None
