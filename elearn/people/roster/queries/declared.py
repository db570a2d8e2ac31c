"""What is declared already of the places, groups and days that rows of numbers tell of."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.db import among
from elearn.people.models import Headcount
from elearn.people.roster.models import RosterBatch
from elearn.people.roster.rules.counting import (
    Days,
    Declared,
    Key,
    KnownCounts,
    areas_of,
    count_verdict,
)
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.verdicts import Verdict

_H, _V = Headcount, areas.AreaVersion


def verdicts_of_counts(
    db: Session,
    batch: RosterBatch,
    entries: Sequence[Entry],
    gazetteer: Gazetteer,
    *,
    today: date,
) -> list[Verdict]:
    """Return what becomes of rows of declared numbers, in their order; four queries."""
    meant = [
        gazetteer.meant(one.place.commune, one.place.district, one.place.province)
        for one in entries
    ]
    stood, ours = _stood(db, batch, {key for one in meant for key in areas_of(one)}, today)
    declared = _declared(db, stood, {one.group for entry in entries for one in entry.counts})
    known = KnownCounts(declared, stood, ours, today, batch.since or today)
    return [count_verdict(*pair, known) for pair in zip(entries, meant, strict=True)]


def _stood(
    db: Session, batch: RosterBatch, area_ids: Collection[int], today: date
) -> tuple[dict[int, list[Days]], frozenset[int]]:
    """Return when the areas stood, and which lie where the batch may tell of, at any time."""
    reach = areas.reach_of(db, [areas.path_on(db, batch.area_id, today)])
    found = select(_V).where(among(db, _V.area_id, area_ids), _V.is_current())
    stood: dict[int, list[Days]] = defaultdict(list)
    ours = set()
    for version in db.scalars(found):
        stood[version.area_id].append((version.valid_from, version.valid_to))
        if version.path.startswith(reach):
            ours.add(version.area_id)
    return stood, frozenset(ours)


def _declared(
    db: Session, area_ids: Collection[int], groups: Collection[str]
) -> dict[Key, Declared]:
    found = select(_H).where(
        among(db, _H.area_id, area_ids), _H.group_key.in_(groups), _H.is_current()
    )
    return {
        (row.area_id or 0, row.group_key, row.as_of): Declared(row.id, row.number, row.source)
        for row in db.scalars(found)
    }
