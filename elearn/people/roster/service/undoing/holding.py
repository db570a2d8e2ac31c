"""Which rows of a batch stay as they are, and why: something later rests upon what they wrote."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.db import Base, among
from elearn.people.models import Headcount, PlannedPost, Qualification, Tenure
from elearn.people.roster.queries.resting import resting_on
from elearn.people.roster.service.committing.posts import Kind
from elearn.people.roster.service.undoing.edited import edited
from elearn.people.roster.service.undoing.written import Key, Written, keys_by_table

Held = Tenure | PlannedPost
_POSTS: tuple[Kind, ...] = (Tenure, PlannedPost)
_RECORDED: tuple[tuple[type[Base], str], ...] = (
    (Tenure, "post_changed"),
    (PlannedPost, "post_changed"),
    (Qualification, "edited"),
    (Headcount, "count_changed"),
)


@dataclass(slots=True)
class Stays:
    """Rows that stay, each with the codes of why; the first found is told first."""

    why: dict[int, list[list[str]]] = field(default_factory=lambda: defaultdict(list))

    def note(self, row: Written, code: str, value: str = "") -> None:
        """Note why a row stays, once."""
        if [code, value] not in self.why[row.row_id]:
            self.why[row.row_id].append([code, value])


def staying(db: Session, rows: Sequence[Written]) -> Stays:
    """Return which of the rows stay; a bounded number of queries, whatever the rows."""
    stays = Stays()
    for one, day in edited(db, rows):
        stays.note(one, *_edited(day))
    for kind, code in _RECORDED:
        _note_superseded(db, kind, code, rows, stays)
    _note_taken(db, rows, stays)
    _note_rested_on(db, rows, stays)
    return stays


def _edited(day: date | None) -> tuple[str, str]:
    return ("edited", f"{day:%d/%m/%Y}") if day else ("edited_some_day", "")


def _note_superseded(
    db: Session, kind: type[Base], code: str, rows: Sequence[Written], stays: Stays
) -> None:
    """Note rows of whose posts, levels or numbers something else was written since."""
    table: Any = kind
    whose = {key: one for one in rows for name, key in one.inserted if name == kind.__tablename__}
    asked = select(table.id, table.superseded_at).where(among(db, table.id, whose))
    for key, at in db.execute(asked.where(table.superseded_at.is_not(None))) if whose else ():
        stays.note(whose[key], code, f"{clock.day_of(at):%d/%m/%Y}")


def _note_taken(db: Session, rows: Sequence[Written], stays: Stays) -> None:
    """Note rows that ended what something else stands in the place of by now."""
    own = {key for one in rows for key in one.inserted}
    for kind in _POSTS:
        name = kind.__tablename__
        whose = {key: one for one in rows for table, key in one.superseded if table == name}
        for before, now in _pairs(db, kind, whose):
            if (name, now.id) not in own and _meets(before, now):
                stays.note(whose[before.id], "post_taken")


def _pairs(db: Session, kind: Kind, keys: Collection[int]) -> Iterator[tuple[Held, Held]]:
    """Give what was superseded with whatever is held by the same person now."""
    if not keys:
        return
    superseded = select(kind).where(among(db, kind.id, keys))
    before = list(cast(Iterable[Held], db.scalars(superseded)))
    people = {one.person_id for one in before}
    current = select(kind).where(among(db, kind.person_id, people), kind.is_current())
    hers: dict[int, list[Held]] = defaultdict(list)
    for one in cast(Iterable[Held], db.scalars(current)):
        hers[one.person_id].append(one)
    yield from ((one, other) for one in before for other in hers[one.person_id])


def _meets(one: Held, other: Held) -> bool:
    same = (one.post_key, one.org_unit_id) == (other.post_key, other.org_unit_id)
    begins = one.valid_from <= (other.valid_to or date.max)
    return same and begins and other.valid_from <= (one.valid_to or date.max)


def _note_rested_on(db: Session, rows: Sequence[Written], stays: Stays) -> None:
    """Note rows to what of which something refers that stays itself, until there are no more."""
    whose = {key: one for one in rows for key in one.inserted}
    references = list(_references(db, [*whose]))
    while True:
        before = len(stays.why)
        going = {key for key, one in whose.items() if one.row_id not in stays.why}
        for key, table, referring in references:
            if (table, referring) not in going:
                stays.note(whose[key], table)
        if len(stays.why) == before:
            return


def _references(db: Session, keys: Sequence[Key]) -> Iterator[tuple[Key, str, int | None]]:
    for table, some in keys_by_table(keys).items():
        for key, other, referring in resting_on(db, table, some):
            yield (table, key), other, referring
