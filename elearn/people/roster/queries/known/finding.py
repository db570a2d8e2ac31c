"""Whom some entries may mean: by our number, official number, telephone, name and birth or place.

Each way is one query by an index, however many people there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Date, Integer, Text, select
from sqlalchemy.orm import Session

from elearn.db import among
from elearn.people.models import ListedTenure, OrgUnitPlace, Person, PlannedPost
from elearn.people.queries.persons import canonical_id
from elearn.people.roster.queries.known.asked import asked
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.matching.likening import names_of
from elearn.people.roster.rules.names import sought

Keys = dict[str, tuple[int, ...]]
_MOST = 20  # A number that more people have was filled in for want of one, and says nothing.


@dataclass(slots=True)
class FoundKeys:
    """Keys of human beings by what they were found by."""

    by_key: dict[int, int] = field(default_factory=dict)
    by_hash: Keys = field(default_factory=dict)
    by_phone: Keys = field(default_factory=dict)
    by_name: Keys = field(default_factory=dict)

    @property
    def all(self) -> set[int]:
        """Return everybody who was found."""
        several = (self.by_hash, self.by_phone, self.by_name)
        return {
            *self.by_key.values(),
            *(key for one in several for keys in one.values() for key in keys),
        }


#: An entry, and all that the place where its person serves may be today.
Spotted = tuple[Entry, frozenset[int]]


def keys_of(db: Session, spotted: Sequence[Spotted], gazetteer: Gazetteer) -> FoundKeys:
    """Return whom the entries may mean; at most six queries."""
    entries = [entry for entry, _ in spotted]
    named: dict[str, set[int]] = defaultdict(set)
    for name, key in (*_born(db, entries), *_here(db, spotted), *_planned(db, spotted, gazetteer)):
        named[name].add(key)
    phones = {phone for one in entries for phone in (one.phone, one.phone_alt) if phone}
    hashes = {one.official_id_hash for one in entries if one.official_id_hash}
    return FoundKeys(
        _numbered(db, {one.person_key for one in entries if one.person_key}),
        _texts(db, "official_id_hash", hashes),
        _texts(db, "phone", phones),
        {name: tuple(sorted(keys)) for name, keys in named.items()},
    )


def _numbered(db: Session, keys: set[int]) -> dict[int, int]:
    if not keys:
        return {}
    return dict(
        db.execute(select(Person.id, canonical_id()).where(among(db, Person.id, keys))).all()
    )


def _texts(db: Session, column: str, texts: set[str]) -> Keys:
    if not texts:
        return {}
    (text,) = asked(db, {"text": Text}, [(one,) for one in sorted(texts)])
    found: dict[str, set[int]] = defaultdict(set)
    rows = select(text, canonical_id()).join(Person, getattr(Person, column) == text)
    for value, key in db.execute(rows):
        found[value].add(key)
    return {value: tuple(sorted(some)) for value, some in found.items() if len(some) <= _MOST}


def _born(db: Session, entries: Iterable[Entry]) -> Iterable[tuple[str, int]]:
    """Return who bears the names and was born on the days, wherever she serves."""
    pairs: set[tuple[str, date]] = {
        (folded, entry.born_on)
        for entry in entries
        if entry.born_on
        for name in names_of(entry)
        for folded in sought(name)
    }
    if not pairs:
        return ()
    name, day = asked(db, {"name": Text, "day": Date}, sorted(pairs))
    alike = (Person.name_folded == name) & (Person.born_on == day)
    return [
        (row[0], row[1]) for row in db.execute(select(name, canonical_id()).join(Person, alike))
    ]


def _here(db: Session, spotted: Iterable[Spotted]) -> Iterable[tuple[str, int]]:
    """Return who bears the names and serves or served where the rows say."""
    pairs = {
        (area_id, folded)
        for entry, area_ids in spotted
        for name in names_of(entry)
        for folded in sought(name)
        for area_id in area_ids
    }
    if not pairs:
        return ()
    rows = [(area_id, f" {folded} ") for area_id, folded in sorted(pairs)]
    area, name = asked(db, {"area": Integer, "name": Text}, rows)
    listed = ListedTenure
    there = (listed.spot_id == area) & (listed.names == name)
    found = select(name, listed.person_id).join(listed, there).distinct()
    return [(row[0].strip(), row[1]) for row in db.execute(found)]


def _planned(
    db: Session, spotted: Iterable[Spotted], gazetteer: Gazetteer
) -> Iterable[tuple[str, int]]:
    """Return who bears the names and is planned for a post there, though she may hold none."""
    wanted = [one for one in spotted if one[0].planned_posts]
    areas = {key for _, keys in wanted for one in keys for key in gazetteer.became(one)}
    names = {folded for one, _ in wanted for name in names_of(one) for folded in sought(name)}
    if not (areas and names):
        return ()
    rows = (
        select(Person.name_folded, canonical_id())
        .join(PlannedPost, PlannedPost.person_id == Person.id)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == PlannedPost.org_unit_id)
        .where(among(db, OrgUnitPlace.area_id, areas), PlannedPost.is_current())
        .distinct()
    )
    return [(row[0], row[1]) for row in db.execute(rows) if row[0] in names]
