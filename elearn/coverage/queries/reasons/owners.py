"""Whose entries are whose: a shift is of a human being, facts are of entries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.coverage.queries.comparing import Compared
from elearn.coverage.queries.facts import entries_at
from elearn.text import Message

#: What is told of each person.
Told = dict[int, list[Message]]


@dataclass(frozen=True, slots=True)
class Owners:
    """The entries of the persons that are shown, as they were joined at either moment."""

    of: Mapping[int, Collection[int]]

    @property
    def entries(self) -> list[int]:
        return sorted(self.of)

    def told(self, rows: Iterable[tuple[int, Message]]) -> Told:
        """Return what is said of entries by the persons whose they are, nothing said twice."""
        found: Told = defaultdict(list)
        for entry, words in rows:
            for person in self.of.get(entry, ()):
                if words not in found[person]:
                    found[person].append(words)
        return found


def owners_of(db: Session, asked: Compared, person_ids: Collection[int]) -> Owners:
    """Return the entries of some persons; at most six queries."""
    found: dict[int, set[int]] = defaultdict(set)
    for moment in {asked.earlier, asked.later}:
        joined = entries_at(db, moment)
        entries = joined.all_of(person_ids)
        whole = dict(zip(entries.tolist(), joined.wholes(entries).tolist(), strict=True))
        for entry in whole:
            found[entry] |= {one for one in person_ids if whole[one] == whole[entry]}
    return Owners(found)


def units_of(db: Session, owners: Owners, table: Any) -> dict[int, set[int]]:
    """Return the entries that ever held something in a unit, by unit; one query."""
    found: dict[int, set[int]] = defaultdict(set)
    asked = select(table.org_unit_id, table.person_id).where(table.person_id.in_(owners.entries))
    for unit, entry in db.execute(asked.distinct()):
        found[unit].add(entry)
    return found


def holdings_of(planned_for: str | None) -> Any:
    """Return the table that tells who is in the group."""
    return people.PlannedPost if planned_for else people.Tenure
