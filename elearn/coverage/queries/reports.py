"""The report of an area as of a day, on a map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage.models import MapKind
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.counting import holdings_on
from elearn.coverage.queries.countings import counting_of
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.maps import map_of
from elearn.coverage.rules import (
    Borders,
    Cell,
    CoverageReport,
    Figure,
    Geography,
    Holding,
    Indicator,
    Measure,
    Place,
    Row,
    Scheme,
    Target,
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Everything that was counted for a report."""

    asked: Asked
    geography: Geography
    figures: Mapping[tuple[str, int], Figure]
    holdings: Mapping[str, Holding]

    def row(self, area: areas.AreaVersion) -> Row:
        cells = tuple(self.cell(one, area) for one in self.asked.scheme.indicators)
        return Row(area.area_id, area.code, area.full_name, cells)

    def cell(self, one: Indicator, area: areas.AreaVersion) -> Cell:
        target = self._target(one.target_on(self.asked.day), area)
        return Cell(one, target, self.holdings[one.key], self.figures.get((one.key, area.area_id)))

    def _target(self, target: Target | None, area: areas.AreaVersion) -> Target | None:
        """Return a target that is the area's; a number is set to one area, and to none within."""
        if target is None or target.percent is not None:
            return target
        if not target.grounds:
            return target if area.parent_id is None else None
        ours = (one for one in target.grounds if one.is_valid_on(self.geography.day))
        return target if any(one.code == area.code for one in ours) else None


def asked_of(
    db: Session, scheme: Scheme, area: areas.AreaVersion, day: date, geography: Geography
) -> Asked:
    """Return what is asked, with the map that is meant; one query."""
    kind = MapKind.RESTATED if geography.is_restated else MapKind.AS_IT_WAS
    return Asked(scheme, area.area_id, area.path, day, map_of(db, kind, geography.day))


def report_of(
    db: Session,
    scheme: Scheme,
    area: areas.AreaVersion,
    day: date,
    geography: Geography | None = None,
) -> CoverageReport:
    """Return what the scheme had reached in the area as of the day; eight queries."""
    chosen = geography or Geography(Borders.AS_IT_WAS, day)
    asked = asked_of(db, scheme, area, day, chosen)
    place = place_of(db, area)
    is_leaf = place.level is areas.Level.COMMUNE
    children = () if is_leaf else areas.children_of(db, area.area_id, chosen.day)
    counted = _counted(db, asked, chosen, scheme.indicators, [area, *children])
    counting = counting_of(db, asked, scheme.indicators)
    rows = tuple(counted.row(child) for child in children)
    return CoverageReport(scheme, day, chosen, counting, place, counted.row(area), rows)


def cell_of(db: Session, asked: Asked, geography: Geography, one: Indicator) -> Cell:
    """Return one figure of one area; four queries."""
    area = areas.version_on(db, asked.area_id, geography.day)
    return _counted(db, asked, geography, [one], [area]).cell(one, area)


def _counted(
    db: Session,
    asked: Asked,
    geography: Geography,
    indicators: Sequence[Indicator],
    shown: Sequence[areas.AreaVersion],
) -> _Counted:
    figures = figures_of(db, asked, indicators, [one.area_id for one in shown])
    holdings = holdings_on(db, indicators, asked.day) | {
        one.key: Holding(is_open=True) for one in indicators if _is_always_open(one)
    }
    return _Counted(asked, geography, figures, holdings)


def _is_always_open(one: Indicator) -> bool:
    """Return whether no post has to put people into the group: it is planned, or of classes."""
    return one.planned_for is not None or one.measure is Measure.CLASS


def place_of(db: Session, area: areas.AreaVersion) -> Place:
    """Return an area as a report tells of it; one query."""
    level = areas.area_by_id(db, area.area_id).level
    return Place(area.area_id, area.code, area.full_name, level, area.path)
