"""Figures of a page: sums of events, in one query whose rows are few however long the past."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all
from sqlalchemy.orm import Session

from elearn.coverage.models import (
    BuildState,
    CoverageBuild,
    CoverageEvent,
    CoverageMap,
    MapKind,
)
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.maps import map_of
from elearn.coverage.rules import CountingWindow, Figure, Indicator
from elearn.coverage.rules.measures import ADDITIVE
from elearn.coverage.rules.spans import Span
from elearn.db.days import day_number


def figures_of(
    db: Session, asked: Asked, indicators: Sequence[Indicator], area_ids: Collection[int]
) -> dict[tuple[str, int], Figure]:
    """Return the figure of each indicator that is counted on the map, in each area; two queries.

    An indicator of which nothing is counted yet has none.
    """
    on = asked.map or map_of(db, MapKind.AS_IT_WAS, asked.day)
    builds = builds_of(db, on, indicators)
    wanted = (*are_read(on, indicators), CoverageEvent.area_id.in_(list(area_ids)))
    found = _sums(db, wanted, asked.day) if builds and area_ids else {}
    return {
        (one.key, area): _figure(found.get((one.version_id or 0, area), {}), one)
        for one in indicators
        if one.version_id in builds
        for area in area_ids
    }


def builds_of(db: Session, on: CoverageMap, indicators: Sequence[Indicator]) -> dict[int, int]:
    """Return the build that readers see, by the version of the indicator; one query."""
    build = CoverageBuild
    asked = select(build.indicator_version_id, build.id).where(*are_read(on, indicators))
    return dict(db.execute(asked).all())


def are_read(on: CoverageMap, indicators: Sequence[Indicator]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of the builds that readers see.

    Events are asked by these, not by the keys of builds found before: in between, a build may be
    replaced and thrown away.
    """
    build = CoverageBuild
    versions = [one.version_id for one in indicators if one.version_id]
    return (
        build.map_id == on.id,
        build.indicator_version_id.in_(versions),
        build.state == BuildState.CURRENT,
    )


_Sums = dict[tuple[int, int], dict[bool, tuple[int, ...]]]


def _sums(db: Session, wanted: Iterable[ColumnElement[bool]], day: date) -> _Sums:
    """Return the sums of all columns, by indicator version and area, before the year and in it."""
    event = CoverageEvent
    year, month = day_number(day.replace(month=1, day=1)), day_number(day.replace(day=1))
    spans = (
        (Span.YEAR, event.day < year),
        (Span.MONTH, event.day.between(year, month - 1)),
        (Span.DAY, event.day.between(month, day_number(day))),
    )
    parts = [_part(span, *wanted, condition) for span, condition in spans]
    found: _Sums = defaultdict(dict)
    for span, version, area, *sums in db.execute(union_all(*parts)):
        is_past = span == Span.YEAR
        before = found[version, area].get(is_past)
        found[version, area][is_past] = _added(before, sums) if before else tuple(sums)
    return found


def _part(
    span: Span, *conditions: ColumnElement[bool]
) -> Select[int, int, int, int, int, int, int, int]:
    event, version = CoverageEvent, CoverageBuild.indicator_version_id
    return (
        select(
            literal(int(span)),
            version,
            event.area_id,
            func.sum(event.in_post),
            func.sum(event.reached),
            func.sum(event.under_way),
            func.sum(event.new_in_post),
            func.sum(event.estimated),
        )
        .join(CoverageBuild, CoverageBuild.id == event.build_id)
        .where(*conditions, event.span == int(span))
        .group_by(version, event.area_id)
    )


def _added(one: Iterable[int], other: Iterable[int]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))


_NOTHING = (0, 0, 0, 0, 0)


def _figure(sums: Mapping[bool, tuple[int, ...]], indicator: Indicator) -> Figure:
    """Return all that happened till the day; what is added up by the year begins with it."""
    past, recent = sums.get(True, _NOTHING), sums.get(False, _NOTHING)
    if indicator.measure in ADDITIVE and indicator.window is CountingWindow.YEAR:
        past = (past[0], 0, *past[2:])
    return Figure(*_added(past, recent))
