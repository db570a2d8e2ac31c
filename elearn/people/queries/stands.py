"""Where organisation units stand, and what has become of the areas of the past."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.people.models import OrgUnitPlace

_Pair = tuple[OrgUnitPlace, areas.AreaVersion]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a unit stood during some days, and what that is now if the area has ended."""

    org_unit_id: int
    area: areas.AreaVersion
    valid_from: date
    valid_to: date | None
    place: str
    now: str


def address_of(area: areas.AreaVersion, within: str) -> str:
    """Return an area and what it lies in, as a sentence says it."""
    return ", ".join(filter(None, (areas.in_a_sentence(area.full_name), within)))


def stands_of(db: Session, unit_ids: Collection[int], day: date) -> dict[int, list[Stand]]:
    """Return where each unit stood up to the day, the latest place first; at most ten queries."""
    pairs = _pairs(db, unit_ids, day)
    within = areas.places_on(db, [area for _, area in pairs], day)
    now = present_addresses(db, {area.area_id for _, area in pairs}, day)
    stands: dict[int, list[Stand]] = {}
    for place, area in pairs:
        told = address_of(area, within[area.id])
        became = now.get(area.area_id, "")
        stand = Stand(place.org_unit_id, area, place.valid_from, place.valid_to, told, became)
        stands.setdefault(place.org_unit_id, []).append(stand)
    return stands


def _pairs(db: Session, unit_ids: Collection[int], day: date) -> list[_Pair]:
    """Return each place with its area as that was last while the unit stood there."""
    version = areas.AreaVersion
    rows = db.execute(
        select(OrgUnitPlace, version)
        .join(version, version.area_id == OrgUnitPlace.area_id)
        .where(OrgUnitPlace.org_unit_id.in_(unit_ids), version.is_current())
        .order_by(OrgUnitPlace.valid_from.desc(), version.valid_from)
    )
    last: dict[int, _Pair] = {}
    for place, area in rows:
        until = min(day, place.valid_to or day)
        if place.id not in last or area.valid_from <= max(until, place.valid_from):
            last[place.id] = place, area
    return list(last.values())


def present_addresses(db: Session, area_ids: Collection[int], day: date) -> dict[int, str]:
    """Return what the areas that have ended by the day are then; those that stand are left out.

    One that went to several, none of them its heir, is told by the province they lie in.
    """
    if not area_ids:
        return {}
    standing = areas.versions_on(db, area_ids, day)
    ended = [key for key in area_ids if key not in standing]
    heirs = areas.present_of(db, ended, day) if ended else {}
    wanted = {key: _heir(found) for key, found in heirs.items() if found}
    versions = areas.versions_on(db, wanted.values(), day) if wanted else {}
    within = areas.places_on(db, versions.values(), day) if versions else {}
    return {
        key: address_of(versions[heir], within[versions[heir].id])
        for key, heir in wanted.items()
        if heir in versions
    }


def _heir(found: Iterable[areas.Present]) -> int:
    heirs = list(found)
    for one in heirs:
        if one.is_default:
            return one.area_id
    above = heirs[0].path.strip("/").split("/")
    return int(above[min(1, len(above) - 1)])


def areas_of(db: Session, unit_ids: Collection[int], day: date) -> dict[int, areas.AreaVersion]:
    """Return the area in which each unit stands on the day, or stood last; one query."""
    found: dict[int, areas.AreaVersion] = {}
    for place, area in _pairs(db, unit_ids, day):
        found.setdefault(place.org_unit_id, area)
    return found
