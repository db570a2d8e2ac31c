"""Whom a code is for, as she is asked whether that is she."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import people
from elearn.accounts.models import Account, ActivationCode
from elearn.accounts.queries.contacts import Former, former_places


@dataclass(frozen=True, slots=True)
class Bearer:
    """The owner of an account: herself, her posts today, and where their units stood before."""

    account: Account
    person: people.Person
    terms: tuple[people.Term, ...]
    former: Mapping[int, Former]


def bearer_of(db: Session, code: ActivationCode, *, day: date) -> Bearer:
    """Return whom a code is for; at most eight queries."""
    account = db.get_one(Account, code.account_id)
    person = people.person_by_id(db, account.person_id)
    entries = [entry.id for entry in people.entries_of(db, person)]
    terms = people.terms_of(db, entries, day=day)
    held = tuple(t for entry in entries for t in terms.get(entry, ()) if t.is_held_on(day))
    former = former_places(db, {term.org_unit_id for term in held}, day=day)
    return Bearer(account, person, held, former)
