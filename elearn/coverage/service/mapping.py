"""Drawing the maps: one of the borders of each day, and one an era."""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from elearn.coverage.models import (
    CountedPerson,
    CountedUnit,
    CoverageBuild,
    CoverageEvent,
    CoverageMap,
    MapKind,
    UnitOnMap,
)
from elearn.coverage.queries.ground import Ground
from elearn.coverage.queries.maps import drawn_maps, maps_on
from elearn.coverage.rules.facts import Ints, Stays
from elearn.db import among
from elearn.db.arrays import put_columns

PLACE = ("country_id", "province_id", "district_id", "commune_id", "estimated")


def draw_maps(db: Session, ground: Ground) -> Sequence[CoverageMap]:
    """Keep a map of each era of what is known of areas; one whose era is no more is forgotten."""
    kept = {(one.kind, one.valid_from): one for one in drawn_maps(db)}
    for wanted in maps_on(ground.cuts):
        one = kept.pop((wanted.kind, wanted.valid_from), None)
        if one is None:
            db.add(wanted)
        else:
            one.valid_to = wanted.valid_to
    for one in kept.values():
        _forget(db, one)
    db.flush()
    return drawn_maps(db)


def _forget(db: Session, one: CoverageMap) -> None:
    own = select(CoverageBuild.id).where(CoverageBuild.map_id == one.id)
    for keeper_id in db.scalars(own).all():
        _hand_on(db, keeper_id)
    for table in (CoverageEvent, CountedPerson, CountedUnit):
        db.execute(delete(table).where(table.build_id.in_(own)))
    db.execute(delete(CoverageBuild).where(CoverageBuild.map_id == one.id))
    db.execute(delete(UnitOnMap).where(UnitOnMap.map_id == one.id))
    db.delete(one)
    db.flush()


def _hand_on(db: Session, keeper_id: int) -> None:
    """Have another of the builds counted together with one keep their persons."""
    build = CoverageBuild
    heir_id = db.scalar(select(func.min(build.id)).where(build.lead_id == keeper_id))
    if heir_id is None:
        return
    person = CountedPerson
    db.execute(update(person).where(person.build_id == keeper_id).values(build_id=heir_id))
    db.execute(update(build).where(build.lead_id == keeper_id).values(lead_id=heir_id))
    db.execute(update(build).where(build.id == heir_id).values(lead_id=None))


def put_units(db: Session, on: CoverageMap, stays: Stays, unit_ids: Sequence[int] = ()) -> None:
    """Keep where units stand on a restated map: all of them, or these, anew."""
    if on.kind is MapKind.AS_IT_WAS:
        return
    gone = delete(UnitOnMap).where(UnitOnMap.map_id == on.id)
    db.execute(gone.where(among(db, UnitOnMap.org_unit_id, unit_ids)) if unit_ids else gone)
    own = np.full(stays.key.size, on.id, np.int64)
    names = ("map_id", "org_unit_id", *PLACE)
    put_columns(db, UnitOnMap, names, [own, stays.key, *placed_columns(stays)])


def placed_columns(stays: Stays) -> list[Ints]:
    """Return the areas of each row, and at which levels they are an estimate, as a number."""
    bits = stays.estimated @ np.array([1, 2, 4, 8], np.int64)
    return [*stays.areas.T, bits]
