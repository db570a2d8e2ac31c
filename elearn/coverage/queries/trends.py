"""How one figure of an area stood at the end of each year of its scheme."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.coverage.models import CoverageEvent
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.figures import builds_of
from elearn.coverage.rules import Cell, CountingWindow, Figure, Holding, Indicator, Point
from elearn.coverage.rules.spans import Span
from elearn.db.days import day_number, numbered_day


def trend_of(db: Session, asked: Asked, one: Indicator, latest: Cell) -> tuple[Point, ...]:
    """Return the figure at the end of each year up to the day, and on the day; two queries.

    On the map that is asked by; a day on which nobody was in post has no point.
    """
    build = builds_of(db, asked.map, [one]).get(one.version_id or 0) if asked.map else None
    if build is None:
        return ()
    years = _years(db, build, asked)
    points = [*_ends(asked, one, years), Point(asked.day, latest.n, latest.N)]
    return tuple(point for point in points if point.of or (not one.is_share and point.n))


_Years = dict[int, Figure]


def _years(db: Session, build: int, asked: Asked) -> _Years:
    """Return by how much the figures changed in each year before that of the day."""
    event = CoverageEvent
    rows = db.execute(
        select(event.day, event.in_post, event.reached, event.under_way, event.new_in_post)
        .where(event.build_id == build, event.area_id == asked.area_id)
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
