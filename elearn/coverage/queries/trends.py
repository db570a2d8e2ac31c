"""How one figure of an area stood at the end of each year of its scheme."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Select, func, literal, select, union_all
from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.holding import in_post, trained
from elearn.coverage.rules import Indicator, Point, Scheme


def trend_of(
    db: Session, scheme: Scheme, indicator: Indicator, area: areas.AreaVersion, day: date
) -> tuple[Point, ...]:
    """Return the figure at the end of each year up to the day, and on the day; two queries.

    Each as it was then, by the borders and the roster of its own day. A day on which the area did
    not stand, or nobody was in post, has no point.
    """
    versions = areas.versions_of(db, area.area_id)
    asked = [
        Asked(scheme, area.area_id, version.path, moment)
        for moment in _moments(scheme, day)
        for version in versions
        if version.is_valid_on(moment)
    ]
    if not indicator.is_counted:
        return ()
    rows = db.execute(union_all(*(_figure(one, indicator) for one in asked)))
    found = {ordinal: (n, of) for ordinal, n, of in rows}
    points = (Point(one.day, *found[one.day.toordinal()]) for one in asked)
    return tuple(point for point in points if point.of)


def _moments(scheme: Scheme, day: date) -> Iterator[date]:
    for year in range(scheme.first_year, day.year):
        yield date(year, 12, 31)
    yield day


def _figure(asked: Asked, indicator: Indicator) -> Select[int, int, int]:
    held = in_post([indicator.group], asked.path, asked.day).subquery()
    did = trained(asked.window(indicator)).subquery()
    figure = select(
        literal(asked.day.toordinal()),
        func.count(did.c.person_id.distinct()),
        func.count(held.c.person_id.distinct()),
    ).select_from(held.outerjoin(did, did.c.person_id == held.c.person_id))
    return figure.where(held.c.level == indicator.level) if indicator.level else figure
