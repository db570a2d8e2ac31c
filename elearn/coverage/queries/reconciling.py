"""Figures counted a second way, by names and live SQL, and what a total is more than its parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.areas import AreaVersion, Level
from elearn.coverage.models import CoverageMap
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.holders import holders_in
from elearn.coverage.queries.standing import persons_in
from elearn.coverage.rules import Figure, Indicator, Scheme
from elearn.coverage.rules.standing import Which

#: How a figure is called that is recounted.
_RECOUNTED = {
    "reached": Which.TRAINED,
    "under_way": Which.UNDER_WAY,
    "new_in_post": Which.NEW_IN_POST,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure as it is stored and as it was counted again."""

    area: AreaVersion
    indicator: Indicator
    stored: Figure
    recounted: Figure

    @property
    def agrees(self) -> bool:
        stored, again = self.stored, self.recounted
        return (stored.in_post, stored.reached, stored.under_way, stored.new_in_post) == (
            again.in_post,
            again.reached,
            again.under_way,
            again.new_in_post,
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """Why those in post in an area are not as many as those of its children together."""

    area: AreaVersion
    indicator: Indicator
    total: int
    sum: int
    #: Persons who stand in several of the children, and in none of them.
    in_several: int
    in_none: int

    @property
    def is_sum(self) -> bool:
        return self.in_several == 0 and self.in_none == 0


def areas_to_compare(db: Session, day: date) -> Sequence[AreaVersion]:
    """Return all areas of a day, in the order of their keys; one query."""
    version = AreaVersion
    there = select(version).where(version.valid_on(day), version.is_current())
    return db.scalars(there.order_by(version.area_id)).all()


def compared(
    db: Session, scheme: Scheme, area: AreaVersion, day: date, on: CoverageMap
) -> Iterator[Compared]:
    """Give each figure of an area that is a share of persons, as stored and as counted again."""
    asked = Asked(scheme, area.area_id, area.path, day, on)
    shares = [one for one in scheme.indicators if one.is_share]
    stored = figures_of(db, asked, shares, [area.area_id])
    level = areas.area_by_id(db, area.area_id).level
    for one in shares:
        if (one.key, area.area_id) in stored:
            again = _recounted(db, asked, one, level)
            yield Compared(area, one, stored[one.key, area.area_id], again)


def _recounted(db: Session, asked: Asked, one: Indicator, level: Level) -> Figure:
    found = {
        name: _size(db, persons_in(asked, one, level, which)) for name, which in _RECOUNTED.items()
    }
    return Figure(in_post=_size(db, holders_in(asked, one, level).distinct()), **found)


def _size(db: Session, rows: Select[*tuple[object, ...]]) -> int:
    return db.scalar(select(func.count()).select_from(rows.subquery())) or 0


def parts_of(
    db: Session, scheme: Scheme, area: AreaVersion, day: date, on: CoverageMap
) -> Iterator[Parts]:
    """Give, of each figure of an area, why it is not the sum of its children, by persons."""
    level, children = _children(db, area, day)
    if not children:
        return
    for one in scheme.indicators:
        if one.is_share:
            whole = _holders(db, Asked(scheme, area.area_id, area.path, day, on), one, level)
            found: Counter[int] = Counter()
            for child, below in children:
                asked = Asked(scheme, child.area_id, child.path, day, on)
                found.update(_holders(db, asked, one, below))
            several = sum(number > 1 for number in found.values())
            in_none = len(whole - found.keys())
            yield Parts(area, one, len(whole), found.total(), several, in_none)


def _children(
    db: Session, area: AreaVersion, day: date
) -> tuple[Level, list[tuple[AreaVersion, Level]]]:
    below = areas.children_of(db, area.area_id, day)
    levels = dict(
        db.execute(
            select(areas.Area.id, areas.Area.level).where(
                areas.Area.id.in_([area.area_id, *(one.area_id for one in below)])
            )
        ).all()
    )
    return levels[area.area_id], [(one, levels[one.area_id]) for one in below]


def _holders(db: Session, asked: Asked, one: Indicator, level: Level) -> set[int]:
    return set(db.scalars(holders_in(asked, one, level)))
