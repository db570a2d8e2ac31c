"""A change of areas carried out: the areas become what it says, and units follow them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import areas, clock, people, sheets
from elearn.access import Actor


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether anything was done, how many units followed, and how many somebody must place."""

    is_new: bool
    moved: int = 0
    left: int = 0


def rows_in(data: bytes) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the rows of a file with their numbers, by page and by shell the same.

    :raise Refusal: if the file cannot be read.
    """
    return tuple((row.number, row.texts) for row in sheets.rows_of(data) if not row.is_empty)


def carry_out(db: Session, actor: Actor, change: areas.AreaChange, *, now: datetime) -> Outcome:
    """Apply a change and let the units follow their areas; a second time nothing is done.

    :raise Forbidden: unless the person administers the centre.
    :raise Refusal: if a line cannot be applied; then nothing is.
    """
    if not areas.apply(db, actor, change, now=now):
        return Outcome(is_new=False)
    day = max(change.effective_on, clock.day_of(now))
    followed = people.follow(db, actor, day, now=now)
    return Outcome(True, followed.moved, len(followed.left))
