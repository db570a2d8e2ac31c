"""The report of an area as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.counting import Counts, counts_of, holdings_on
from elearn.coverage.rules import Cell, CoverageReport, Holding, Indicator, Place, Row, Scheme


@dataclass(frozen=True, slots=True)
class _Counted:
    """Everything that was counted for a report."""

    scheme: Scheme
    day: date
    counts: Counts
    holdings: Mapping[str, Holding]

    def row(self, area: areas.AreaVersion, child: str) -> Row:
        cells = tuple(self._cell(one, child) for one in self.scheme.indicators)
        return Row(area.area_id, area.code, area.full_name, cells)

    def _cell(self, one: Indicator, child: str) -> Cell:
        n, of = self.counts.get((one.key, child), (0, 0))
        target = one.target_on(self.day)
        return Cell(one, target, self.holdings[one.key], n, of, self.scheme.decimals)


def report_of(db: Session, scheme: Scheme, area: areas.AreaVersion, day: date) -> CoverageReport:
    """Return what the scheme had reached in the area as of the day; four queries."""
    place = place_of(db, area)
    is_leaf = place.level is areas.Level.COMMUNE
    children = () if is_leaf else areas.children_of(db, area.area_id, day)
    wanted = [one for one in scheme.indicators if one.is_counted]
    asked = Asked(scheme, area.area_id, area.path, day)
    counts = counts_of(db, asked, wanted, by_child=bool(children))
    counted = _Counted(scheme, day, counts, holdings_on(db, scheme.indicators, day))
    rows = tuple(counted.row(child, str(child.area_id)) for child in children)
    return CoverageReport(scheme, day, place, counted.row(area, ""), rows)


def cell_of(db: Session, asked: Asked, indicator: Indicator) -> Cell:
    """Return one figure of one area; two queries."""
    wanted = [indicator] if indicator.is_counted else []
    n, of = counts_of(db, asked, wanted, by_child=False).get((indicator.key, ""), (0, 0))
    holding = holdings_on(db, [indicator], asked.day)[indicator.key]
    target = indicator.target_on(asked.day)
    return Cell(indicator, target, holding, n, of, asked.scheme.decimals)


def place_of(db: Session, area: areas.AreaVersion) -> Place:
    """Return an area as a report tells of it; one query."""
    level = areas.area_by_id(db, area.area_id).level
    return Place(area.area_id, area.code, area.full_name, level, area.path)
