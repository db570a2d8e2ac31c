"""Gathers what each domain holds of a person; and has each forget it, the latest domain first."""

from collections.abc import Collection
from itertools import chain

from sqlalchemy.orm import Session

from elearn import (
    accounts,
    audit,
    catalogue,
    certificates,
    classes,
    coverage,
    learning,
    media,
    notices,
    people,
)
from elearn.home.privacy import personal
from elearn.personal import Erasure, Section

#: Each module tells and forgets what one domain holds. In the order in which a person is told.
HOLDERS = (
    people.personal,
    accounts.personal,
    learning.personal,
    classes.personal,
    certificates.personal,
    coverage.personal,
    notices.personal,
    media.personal,
    catalogue.personal,
    personal,
    audit.personal,
)
#: A later domain forgets first: it may have to ask an earlier one who she was.
_FORGETTING = (
    personal,
    coverage.personal,
    certificates.personal,
    classes.personal,
    learning.personal,
    catalogue.personal,
    media.personal,
    notices.personal,
    accounts.personal,
    people.personal,
    audit.personal,
)


def held_about(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return all that is held under these keys of one human being; at most thirty queries."""
    return tuple(chain.from_iterable(one.personal_data_of(db, person_ids) for one in HOLDERS))


def erase(db: Session, erasure: Erasure) -> None:
    """Have every domain forget her; nothing of it can be brought back."""
    for one in _FORGETTING:
        one.forget(db, erasure)
