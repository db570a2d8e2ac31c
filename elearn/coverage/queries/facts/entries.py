"""Which entries of persons are one human being: as it is now, or was held to be at a moment."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.coverage.rules.facts import Ints
from elearn.coverage.rules.joins import Join, wholes_at
from elearn.db.arrays import columns


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries that do not stand for themselves, in order, and those that stand for them."""

    entry: Ints
    whole: Ints

    def wholes(self, entries: Ints) -> Ints:
        """Return the human beings of entries, by the entry that stands for each."""
        if not self.entry.size:
            return entries
        place = np.minimum(np.searchsorted(self.entry, entries), self.entry.size - 1)
        return np.where(self.entry[place] == entries, self.whole[place], entries)

    def all_of(self, person_ids: Collection[int]) -> Ints:
        """Return every entry of the human beings to whom these belong."""
        wholes = np.unique(self.wholes(np.array(sorted(person_ids), np.int64)))
        return np.union1d(wholes, self.entry[np.isin(self.whole, wholes)])


def entries_at(db: Session, moment: datetime | None) -> Entries:
    """Return which entries were one human being at the moment; None is now."""
    person = people.Person
    joined = select(person.id, person.same_as_id).where(person.same_as_id.is_not(None))
    entry, whole = columns(db, joined)
    if moment is None:
        order = np.argsort(entry)
        return Entries(entry[order], whole[order])
    now = dict(zip(entry.tolist(), whole.tolist(), strict=True))
    return _entries(wholes_at(now, _joins(db), moment))


def _entries(wholes: Mapping[int, int]) -> Entries:
    entries = sorted(wholes)
    return Entries(
        np.array(entries, np.int64), np.array([wholes[one] for one in entries], np.int64)
    )


def _joins(db: Session) -> list[Join]:
    """Return all joins there ever were."""
    follower, join = people.PersonJoinFollower, people.PersonJoin
    followers: dict[int, list[int]] = defaultdict(list)
    for join_id, person_id in db.execute(select(follower.join_id, follower.person_id)):
        followers[join_id].append(person_id)
    rows = db.execute(
        select(join.id, join.person_id, join.whole_id, join.joined_at, join.undone_at)
    )
    return [
        Join(number, person_id, whole_id, followers[number], joined_at, undone_at)
        for number, person_id, whole_id, joined_at, undone_at in rows
    ]
