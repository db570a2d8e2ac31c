"""How one figure of an area stood at the end of each year of its scheme."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageBuild, CoverageEvent
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.figures import are_read, builds_of
from elearn.coverage.rules import Cell, CountingWindow, Figure, Holding, Indicator, Point
from elearn.coverage.rules.spans import Span
from elearn.db.days import day_number, numbered_day


def trend_of(db: Session, asked: Asked, one: Indicator, latest: Cell) -> tuple[Point, ...]:
    """Return the figure at the end of each year up to the day, and on the day; two queries.

    On the map that is asked by; a day on which nobody was in post has no point.
    """
    if asked.map is None or not builds_of(db, asked.map, [one]):
        return ()
    years = _years(db, are_read(asked.map, [one]), asked)
    points = [*_ends(asked, one, years), Point(asked.day, latest.n, latest.N)]
    return tuple(point for point in points if point.of or (not one.is_share and point.n))


_Years = dict[int, Figure]


def _years(db: Session, wanted: Iterable[ColumnElement[bool]], asked: Asked) -> _Years:
    """Return by how much the figures changed in each year before that of the day."""
    event = CoverageEvent
    rows = db.execute(
        select(event.day, event.in_post, event.reached, event.under_way, event.new_in_post)
        .join(CoverageBuild, CoverageBuild.id == event.build_id)
        .where(*wanted, event.area_id == asked.area_id)
        .where(event.span == int(Span.YEAR), event.day < day_number(date(asked.day.year, 1, 1)))
    )
    return {numbered_day(day).year: Figure(*figures) for day, *figures in rows}


def _ends(asked: Asked, one: Indicator, years: _Years) -> Iterator[Point]:
    """Give the figure on the last day of each year of the scheme; turns of a year are its own."""
    is_of_year = one.is_additive and one.window is CountingWindow.YEAR
    for year in range(asked.scheme.first_year, asked.day.year):
        until = [figure for of, figure in years.items() if of <= year]
        own = years.get(year, Figure()) if is_of_year else None
        total = Figure(
            sum(figure.in_post for figure in until),
            own.reached if own else sum(figure.reached for figure in until),
            0,
            sum(figure.new_in_post for figure in until),
        )
        cell = Cell(one, None, Holding(is_open=True), total)
        yield Point(date(year, 12, 31), cell.n, cell.N)
