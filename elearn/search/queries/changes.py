"""What the outbox says has changed."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.catalogue import Lecture
from elearn.db import Change
from elearn.search.queries.entries import Things
from elearn.search.rules import LOOKED_BACK, Cursor, Kind, Seen

_FOLLOWED = (Kind.LECTURE, Kind.MODULE, Kind.PROGRAMME)


def newest(db: Session) -> list[Seen]:
    """Return the changes that were written last, whatever they are about."""
    rows = db.execute(select(Change.id, Change.at).order_by(Change.id.desc()).limit(LOOKED_BACK))
    return [Seen(number, at) for number, at in rows]


def changes_for(db: Session, cursor: Cursor) -> Sequence[Change]:
    """Return the change the cursor saw last, those after it, and those it missed till now."""
    number = cursor.last.number if cursor.last else 0
    wanted = or_(Change.id >= number, Change.id.in_(cursor.missing))
    return db.scalars(select(Change).where(wanted).order_by(Change.id)).all()


def things_in(db: Session, changes: Iterable[Change]) -> Things:
    """Return what is to be indexed anew; a film is part of the lectures it shows."""
    named = {(change.kind, change.key) for change in changes}
    things = {(kind, key) for kind in _FOLLOWED for name, key in named if name == kind}
    films = [int(key) for name, key in named if name == "medium"]
    shown = select(Lecture.code).where(Lecture.medium_id.in_(films)) if films else None
    return things | {
        (Kind.LECTURE, code) for code in (db.scalars(shown) if shown is not None else ())
    }
