"""An area on a map and the day it is asked about; and which units stand within it there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select

from elearn import areas, people
from elearn.coverage.models import CoverageMap, MapKind, UnitOnMap

_V = areas.AreaVersion


@dataclass(frozen=True, slots=True)
class Extent:
    """An area as the map has it, the day, the map (none: of that day), and the moment of knowing.

    Areas are those we know now; what was declared and left out is what we knew at the moment.
    """

    area: areas.AreaVersion
    day: date
    map: CoverageMap | None = None
    known_at: datetime | None = None

    @property
    def restated_to(self) -> CoverageMap | None:
        """Return the one map for all days, if it is told by one."""
        return self.map if self.map and self.map.kind is MapKind.RESTATED else None

    @property
    def borders_on(self) -> date:
        """Return a day on which the borders of the map held."""
        return self.restated_to.valid_from if self.restated_to else self.day


def placed(extent: Extent) -> Select[Any]:
    """Return the units within the area on its map: org_unit_id, path, full_name, sort_key."""
    spot, unit = extent.restated_to, people.OrgUnitPlace
    there: Select[Any]
    if spot is not None:
        there = _lying(UnitOnMap.org_unit_id, _deepest()).where(UnitOnMap.map_id == spot.id)
    else:
        there = _lying(unit.org_unit_id, unit.area_id).where(unit.valid_on(extent.day))
    stands = _V.valid_on(extent.borders_on) & _V.is_current()
    return there.where(stands, areas.below([extent.area.path]))


def _deepest() -> ColumnElement[int]:
    """Return the area a unit of a map stands in: of those on its path the last it has."""
    on = UnitOnMap
    steps = ((one >= 0, one) for one in (on.commune_id, on.district_id, on.province_id))
    return case(*steps, else_=on.country_id)


def _lying(unit_id: Any, area_id: Any) -> Select[Any]:
    lying = select(unit_id, _V.path, _V.full_name, _V.sort_key)
    return lying.join(_V, _V.area_id == area_id)
