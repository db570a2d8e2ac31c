"""The part of the country a list is narrowed to, by where its rows count today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.errors import NotFound
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Ground:
    """Provinces and spots of today; `around` are the provinces in which the spots lie."""

    provinces: frozenset[int] = frozenset()
    spots: frozenset[int] = frozenset()
    around: frozenset[int] = frozenset()

    @classmethod
    def below(cls, paths: Iterable[str], higher: Iterable[int] = ()) -> "Ground":
        """Return the ground below paths of today, and areas above the communes that are no more."""
        keys = [[int(key) for key in path.strip("/").split("/")] for path in paths]
        communes = [one for one in keys if len(one) > 2]
        return cls(
            frozenset(one[1] for one in keys if len(one) == 2),
            frozenset((*(one[-1] for one in communes), *higher)),
            frozenset(one[1] for one in communes),
        )


NOWHERE = Ground()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """An area somebody asks about, as it is or last was; without a ground it is the country."""

    address: str
    ended_on: date | None
    ground: Ground | None


def narrowing_to(db: Session, area_id: int, day: date) -> Narrowing:
    """Return an area with the ground it is today: its heirs, if it has ended; seven queries then.

    :raise NotFound: if there is none, or it has not begun.
    """
    known = [one for one in areas.versions_of(db, area_id) if one.valid_from <= day]
    if not known:
        raise NotFound(msg("Không có đơn vị hành chính này."))
    last = known[-1]
    within = areas.places_on(db, [last], day)[last.id]
    address = ", ".join(filter(None, (last.full_name, within)))
    if not last.is_valid_on(day):
        heirs = areas.heirs_of(db, area_id, day)
        return Narrowing(address, last.valid_to, Ground.below(heirs, _higher(db, last)))
    is_country = last.path.count("/") <= 2
    return Narrowing(address, None, None if is_country else Ground.below([last.path]))


def _higher(db: Session, last: areas.AreaVersion) -> list[int]:
    """Return the areas above communes that lay in one, itself included: their bodies ended too."""
    version = areas.AreaVersion
    found = (
        select(version.area_id)
        .join(areas.Area, areas.Area.id == version.area_id)
        .where(areas.below([last.path]), version.is_current())
        .where(areas.Area.level != areas.Level.COMMUNE)
    )
    return list(db.scalars(found.distinct()))
