"""Keeping the list of people in step with what it is made from."""

from collections.abc import Collection

from sqlalchemy.orm import Session


def refresh(db: Session, person_ids: Collection[int]) -> None:
    """List these people anew, over all entries of each: call it after whatever changed them.

    Names, telephones, tenures, joins and partings, and the places of the units they served in.
    """


def rebuild(db: Session) -> int:
    """Make the whole list anew and return how many people stand in it."""
    return 0
