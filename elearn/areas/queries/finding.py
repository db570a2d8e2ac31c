"""Finding an area by the name it has or had, with or without diacritics."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from elearn.areas.models import AreaVersion
from elearn.areas.queries.lineage import Relative, successors_of
from elearn.areas.queries.versions import places_on
from elearn.areas.rules import Kind, Sought, sought
from elearn.text import fold

V = AreaVersion
_CANDIDATES = 400  # No name is borne by so many: every exact one is among them.


@dataclass(frozen=True, slots=True)
class Found:
    """An area with a name like the one sought: what it is or was, where, and what it is now."""

    area_id: int
    kind: Kind
    full_name: str
    place: str
    ended_on: date | None
    successors: tuple[Relative, ...]

    @property
    def is_current(self) -> bool:
        return self.ended_on is None


def find(db: Session, text: str, *, day: date, limit: int = 20) -> Sequence[Found]:
    """Return the areas up to the day whose name comes near the text; at most five queries.

    The same spelling comes first, then the same letters, then beginnings, then parts; among equals
    what stands before what has ended. After a comma may follow what it lies in.
    """
    wanted = sought(text)
    if not wanted.folded:
        return ()
    versions = _one_each(_candidates(db, wanted, day))
    places = places_on(db, versions, day)
    near = [version for version in versions if wanted.is_hinted(places[version.id])]
    near.sort(key=lambda version: _rank(version, wanted, day))
    near = near[:limit]
    heirs = successors_of(db, [v.area_id for v in near if _ended_on(v, day)])
    return [
        Found(
            version.area_id,
            version.kind,
            version.full_name,
            places[version.id],
            _ended_on(version, day),
            tuple(heirs.get(version.area_id, ())),
        )
        for version in near
    ]


def _candidates(db: Session, wanted: Sought, day: date) -> Sequence[AreaVersion]:
    same = V.name_folded.in_({fold(wanted.whole), wanted.folded})
    begins = V.name_folded.startswith(wanted.folded, autoescape=True)
    contains = V.name_folded.contains(wanted.folded, autoescape=True)
    nearest = case((same, 0), (begins, 1), else_=2)
    return db.scalars(
        select(V)
        .where(contains, V.valid_from <= day, V.is_current())
        .order_by(nearest, V.valid_to.is_not(None), V.sort_key, V.id)
        .limit(_CANDIDATES)
    ).all()


def _one_each(versions: Sequence[AreaVersion]) -> list[AreaVersion]:
    """Return the latest version of each area, so that a lasting area is told once."""
    latest: dict[int, AreaVersion] = {}
    for version in versions:
        held = latest.get(version.area_id)
        if held is None or held.valid_from < version.valid_from:
            latest[version.area_id] = version
    return list(latest.values())


def _ended_on(version: AreaVersion, day: date) -> date | None:
    return None if version.is_valid_on(day) else version.valid_to


def _rank(version: AreaVersion, wanted: Sought, day: date) -> tuple[object, ...]:
    distance, is_other_kind = wanted.distance_of(version.name, version.kind)
    ended = _ended_on(version, day) is not None
    return distance, is_other_kind, ended, len(version.path.split("/")), version.sort_key
