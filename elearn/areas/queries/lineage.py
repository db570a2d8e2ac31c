"""What became of an area, and from what it came."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from elearn.areas.models import AreaLineage, AreaVersion, Passage
from elearn.areas.queries.versions import places_on
from elearn.areas.rules import Kind


@dataclass(frozen=True, slots=True)
class Relative:
    """An area that another passed into or came from, with its place and how it happened."""

    area_id: int
    kind: Kind
    full_name: str
    place: str
    happened_on: date
    is_whole: bool
    is_default: bool
    distance_km: float | None
    resolution_id: int | None

    @property
    def address(self) -> str:
        return f"{self.full_name}, {self.place}" if self.place else self.full_name


def successors_of(db: Session, area_ids: Collection[int]) -> dict[int, list[Relative]]:
    """Return what became of each ended area, the likeliest heir first; two queries for all."""
    return _relatives(db, area_ids, AreaLineage.from_area_id, AreaLineage.to_area_id)


def predecessors_of(db: Session, area_ids: Collection[int]) -> dict[int, list[Relative]]:
    """Return from what each area came, in the order of the alphabet; two queries for all."""
    return _relatives(db, area_ids, AreaLineage.to_area_id, AreaLineage.from_area_id)


def _relatives(
    db: Session,
    area_ids: Collection[int],
    own: InstrumentedAttribute[int],
    other: InstrumentedAttribute[int],
) -> dict[int, list[Relative]]:
    """Return the relatives in the latest version of each."""
    found = (
        select(own, AreaLineage, AreaVersion)
        .join(AreaVersion, AreaVersion.area_id == other)
        .where(own.in_(area_ids), AreaVersion.is_current())
        .order_by(AreaLineage.is_default.desc(), AreaVersion.sort_key, AreaVersion.valid_from)
    )
    latest: dict[tuple[int, int], tuple[AreaLineage, AreaVersion]] = {}
    for key, step, version in db.execute(found) if area_ids else ():
        latest[key, version.area_id] = step, version
    places = places_on(db, [version for _, version in latest.values()], date.max)
    relatives: dict[int, list[Relative]] = {}
    for (key, _), (step, version) in latest.items():
        relatives.setdefault(key, []).append(_relative(step, version, places[version.id]))
    return relatives


def _relative(step: AreaLineage, version: AreaVersion, place: str) -> Relative:
    return Relative(
        version.area_id,
        version.kind,
        version.full_name,
        place,
        step.happened_on,
        step.kind is Passage.WHOLE,
        step.is_default,
        step.distance_km,
        step.resolution_id,
    )
