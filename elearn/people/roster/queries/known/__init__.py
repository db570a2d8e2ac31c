"""What is known of those some entries may mean, in as few queries for two as for two thousand."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from elearn.people.queries.persons import wholes_of
from elearn.people.roster.queries.known.finding import keys_of
from elearn.people.roster.queries.known.ground import Ground, ground_of, told_together
from elearn.people.roster.queries.known.persons import persons_by_id
from elearn.people.roster.queries.known.units import units_standing
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import Known
from elearn.people.roster.rules.matching import place_of

__all__ = ["Ground", "ground_of", "known_of", "told_together"]


def known_of(
    db: Session, entries: Sequence[Entry], ground: Ground, also: Collection[int] = ()
) -> Known:
    """Return what the entries are compared with; `also`: people somebody said they mean.

    About twenty queries, each by an index, however many entries and people there are.
    """
    empty = ground.known
    spotted = [(entry, place_of(entry, empty).area_ids) for entry in entries]
    area_ids = {key for _, keys in spotted for key in keys}
    found = keys_of(db, spotted, ground.gazetteer)
    _stand(db, area_ids, ground)
    wanted = found.all | (set(wholes_of(db, also).values()) if also else set())
    return replace(
        empty,
        people=persons_by_id(db, wanted, ground),
        by_key=found.by_key,
        by_hash=found.by_hash,
        by_phone=found.by_phone,
        by_name=found.by_name,
        units={key: ground.units[key] for key in area_ids},
    )


def _stand(db: Session, area_ids: Collection[int], ground: Ground) -> None:
    """Read the units of areas that did not come up before."""
    unread = [key for key in area_ids if key not in ground.units]
    standing = units_standing(db, unread, ground.day, ground.gazetteer)
    ground.units |= standing
    ground.by_id |= {unit.id: unit for some in standing.values() for unit in some}
