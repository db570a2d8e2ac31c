"""What maps are made of: how areas lay, what became of them, and where units stood."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from elearn.areas import Area, AreaLineage, AreaVersion, Level, Passage
from elearn.coverage.queries.facts.reading import known, last_day
from elearn.coverage.rules.eras import NO_LINKS, Links, Passages
from elearn.coverage.rules.facts import Ints
from elearn.coverage.rules.sites import Lie, Sites
from elearn.db import among
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, UNKNOWN, number_of_day
from elearn.people import OrgUnitPlace

#: The column of each level.
_COLUMN = {Level.CENTRAL: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}


class Ground(NamedTuple):
    """How areas lay on which days, and what became of them, as known at a moment."""

    lie: Lie
    passages: Passages

    @property
    def cuts(self) -> list[int]:
        """Return the days on which some border was drawn anew."""
        return [int(day) for day in np.unique(self.lie.first) if day > UNKNOWN]


def cuts_of(db: Session, known_at: datetime | None) -> list[int]:
    """Return the days on which some border was drawn anew, as known then, without the borders."""
    first = number_of_day(AreaVersion.valid_from)
    days = db.scalars(select(first).where(known(AreaVersion, known_at)).distinct())
    return sorted(day for day in days if day > UNKNOWN)


def ground_of(db: Session, known_at: datetime | None, *, is_restated: bool = True) -> Ground:
    """Return all that was known of areas; what became of them, if anything is to be restated."""
    lie = _lie(db, known(AreaVersion, known_at))
    links = _links(db) if is_restated else NO_LINKS
    if known_at is not None:
        links = links.chosen(np.isin(links.target, lie.area))
    return Ground(lie, Passages(links))


def _lie(db: Session, is_known: ColumnElement[bool]) -> Lie:
    version = AreaVersion
    order = (version.area_id, version.valid_from, version.id)
    days = select(version.area_id, number_of_day(version.valid_from), last_day(version.valid_to))
    area, first, last = columns(db, days.where(is_known).order_by(*order))
    paths = db.connection().scalars(select(version.path).where(is_known).order_by(*order)).all()
    return Lie(area, first, last, _by_level(db, paths))


def _by_level(db: Session, paths: Sequence[str]) -> Ints:
    """Return the areas on each path in a column a level; −1 is none."""
    # Of "/1/23/" and "/1/" it makes "1/23/1": the numbers of all paths in one go.
    flat = "".join(paths).replace("//", "/").strip("/")
    areas = np.fromstring(flat, np.int64, sep="/")
    row = np.repeat(np.arange(len(paths)), [path.count("/") - 1 for path in paths])
    column = case(*((Area.level == level, place) for level, place in _COLUMN.items()))
    key, place = columns(db, select(Area.id, column).order_by(Area.id))
    found = np.full((len(paths), len(_COLUMN)), -1, np.int64)
    found[row, place[np.searchsorted(key, areas)]] = areas
    return found


def _links(db: Session) -> Links:
    one = AreaLineage
    order = one.to_area_id, one.distance_km.is_(None), one.distance_km, one.from_area_id
    is_split = case((one.kind == Passage.SPLIT, 1), else_=0)
    is_default = case((one.is_default, 1), else_=0)
    days = number_of_day(one.happened_on)
    asked = select(one.from_area_id, one.to_area_id, days, is_split, is_default)
    return Links(*columns(db, asked.order_by(*order)))


def sites_of(
    db: Session, known_at: datetime | None, unit_ids: Collection[int] | None = None
) -> Sites:
    """Return where units stood, all of them or some, as known at a moment; one query."""
    place = OrgUnitPlace
    last: ColumnElement[int] = number_of_day(place.valid_to)
    if known_at is not None:
        is_known = or_(place.end_recorded_at.is_(None), place.end_recorded_at <= known_at)
        last = case((is_known, last), else_=None)
    asked = select(
        place.org_unit_id,
        place.area_id,
        number_of_day(place.valid_from),
        func.coalesce(last, FOREVER),
    ).order_by(place.org_unit_id, place.valid_from, place.id)
    if known_at is not None:
        asked = asked.where(or_(place.recorded_at.is_(None), place.recorded_at <= known_at))
    if unit_ids is not None:
        asked = asked.where(among(db, place.org_unit_id, unit_ids))
    return Sites(*columns(db, asked))
