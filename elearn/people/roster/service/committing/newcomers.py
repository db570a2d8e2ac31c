"""Who came since the rows were compared: whoever is about to be entered may be one of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Integer, cast, exists, func, select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.db import Change
from elearn.people.models import Person
from elearn.people.queries.sight import visible_to, who_sees
from elearn.people.roster.models import RosterBatch, RosterRow

_LATE = 2_000  # So many numbers may be given to changes that are shown later than others.


@dataclass(slots=True)
class Newcomers:
    """Those of whom the outbox tells since then, by name and telephone; read on as it grows.

    Of who serves only outside the batch's area, the telephone alone is known: her name says nothing
    to those who see the batch.
    """

    found_by: dict[str, set[tuple[int, int | None]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    phones_elsewhere: set[str] = field(default_factory=set)
    last: int = 0

    def look(self, db: Session, batch: RosterBatch) -> None:
        """Read what the outbox tells that was not read; whom this batch wrote itself is known."""
        since = max(batch.seen_change or 0, self.last - _LATE)
        newest = db.scalar(select(func.max(Change.id))) or 0
        for person in self._come(db, batch, since):
            if person.is_seen:
                for key in filter(None, (person.name_folded, person.phone)):
                    self.found_by[key].add((person.id, person.birth_year))
            elif person.phone:
                self.phones_elsewhere.add(person.phone)
        self.last = newest

    def _come(self, db: Session, batch: RosterBatch, since: int) -> Iterator[Any]:
        told = select(cast(Change.key, Integer)).where(Change.id > since, Change.kind == "person")
        ours = RosterRow.batch_id == batch.id, RosterRow.applied_at.is_not(None)
        own = exists().where(RosterRow.person_id == Person.id, *ours)
        here = who_sees(*areas.heirs_of(db, batch.area_id, clock.today()))
        is_seen = visible_to(db, here).label("is_seen")
        columns = Person.id, Person.name_folded, Person.phone, Person.birth_year, is_seen
        yield from db.execute(select(*columns).where(Person.id.in_(told), ~own))

    def like(self, columns: Mapping[str, Any]) -> list[int]:
        """Return those with the same telephone, or of the same name unless their years differ."""
        year = columns["birth_year"]
        named = self.found_by.get(columns["name_folded"], ())
        same = {key for key, other in named if year is None or other in (None, year)}
        return sorted(same | {key for key, _ in self.found_by.get(columns["phone"] or "", ())})

    def is_elsewhere(self, columns: Mapping[str, Any]) -> bool:
        """Return whether somebody who came elsewhere has the same telephone."""
        return columns["phone"] in self.phones_elsewhere
