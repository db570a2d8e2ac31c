"""What the page of figures shows of a question."""

from typing import Any

from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage import queries
from elearn.coverage.rules import (
    ANNUAL_NAMES,
    CERTIFIED_NAMES,
    ESTIMATE,
    LEGEND,
    STANDING_NAMES,
    CoverageReport,
    Indicator,
    Measure,
    chart_of,
    map_class,
    matrix_of,
)
from elearn.coverage.rules.completeness import Completeness, Part
from elearn.coverage.views.asking import Question

PAGE = 20


def shown(db: Session, asked: Question) -> dict[str, Any]:
    """Return the values of the page: the report, its map, its years, and who has told of whom."""
    on = asked.on_its_map()
    report = queries.report_of(db, asked.scheme, asked.area, asked.day, asked.geography)
    cell = report.own.cell(asked.indicator)
    points = queries.trend_of(db, on, asked.indicator, cell)
    return {
        "report": report,
        "cell": cell,
        "matrix": matrix_of(report.own),
        "rows": report.lowest_first(asked.indicator),
        "size": PAGE,
        "points": points,
        "chart": _chart(asked, points),
        "caveat": areas.caveat_for(min(asked.day, asked.geography.day)),
        "first_day": asked.indicator.since(asked.day),
        "standings": standings_named(asked.indicator),
        "estimate": ESTIMATE,
        **_map(asked, report),
        **_told_of(db, asked, on, report),
    }


def standings_named(one: Indicator) -> dict[Any, Any]:
    """Return what the states of persons are called where it is asked for this."""
    special = {Measure.CERTIFIED: CERTIFIED_NAMES, Measure.TRAINED_THIS_YEAR: ANNUAL_NAMES}
    return special.get(one.measure, STANDING_NAMES)


def _chart(asked: Question, points: tuple[Any, ...]) -> Any:
    """Return the drawing of the years; numbers that are no share have none."""
    drawn = points if asked.indicator.is_share else ()
    return chart_of(drawn, asked.indicator, is_restated=asked.geography.is_restated)


def _map(asked: Question, report: CoverageReport) -> dict[str, Any]:
    """Return the drawing of the country by the borders chosen, where its provinces are shown."""
    shapes = areas.outlines_on(asked.geography.day)
    is_country = {one.code for one in shapes} == {row.code for row in report.children}
    return {
        "shapes": shapes,
        "is_country": is_country,
        "has_map": is_country and asked.indicator.is_share,
        "map_class": map_class,
        "map_legend": LEGEND,
    }


def _told_of(
    db: Session, asked: Question, on: queries.Asked, report: CoverageReport
) -> dict[str, Any]:
    """Return who has told of the group and who has not, and which units are left out."""
    extent = queries.Extent(asked.area, asked.day, on.map)
    in_post = {row.area_id: row.cell(asked.indicator).N for row in report.rows}
    told_of = (
        queries.completeness_of(db, extent, asked.indicator, in_post)
        if report.own.cell(asked.indicator).is_of_holders
        else Completeness(Part(asked.area.area_id, asked.area.code, asked.area.full_name, 0, None))
    )
    return {
        "told_of": told_of,
        "parts": {part.area_id: part for part in told_of.parts},
        "left_out": queries.left_out_of(db, extent, asked.indicator),
    }
