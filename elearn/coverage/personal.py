"""What coverage holds of a person: days counted under her key, derived from what others hold."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from elearn.personal import Erasure, Section

#: The tables with a person's key, and what each holds of her.
TABLES = {"counted_person": "days counted, a key and no name; derived from her posts and results"}


def personal_data_of(_db: Session, _person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return nothing: where the days come from, they are told."""
    return ()


def forget(_db: Session, _erasure: Erasure) -> None:
    """Take nothing away: without her name she counts in figures as before."""
