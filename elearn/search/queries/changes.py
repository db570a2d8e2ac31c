"""What is to be indexed anew when the outbox says that something has changed."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import Lecture
from elearn.db import Change
from elearn.search.queries.entries import Things
from elearn.search.rules import Kind

_FOLLOWED = (Kind.LECTURE, Kind.MODULE, Kind.PROGRAMME)


def things_in(db: Session, changes: Iterable[Change]) -> Things:
    """Return what is to be indexed anew; a film is part of the lectures it shows."""
    named = {(change.kind, change.key) for change in changes}
    things = {(kind, key) for kind in _FOLLOWED for name, key in named if name == kind}
    films = [int(key) for name, key in named if name == "medium"]
    shown = select(Lecture.code).where(Lecture.medium_id.in_(films)) if films else None
    return things | {
        (Kind.LECTURE, code) for code in (db.scalars(shown) if shown is not None else ())
    }
