"""How many of each figure of a report are declared and not on the roster, for its tables."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.coverage.queries.completeness import completeness_of
from elearn.coverage.queries.extents import Extent
from elearn.coverage.queries.reports import asked_of, report_of
from elearn.coverage.rules import CoverageReport, Geography, Scheme


def table_of(
    db: Session, scheme: Scheme, area: areas.AreaVersion, day: date, geography: Geography
) -> CoverageReport:
    """Return a report with who is not on the roster of each of its figures, as its page tells it.

    At most fourteen queries more for each figure of whose group anything was declared.
    """
    report = report_of(db, scheme, area, day, geography)
    on = asked_of(db, scheme, area, day, geography)
    return replace(report, lacking=dict(_lacking(db, report, Extent(area, day, on.map))))


def _lacking(
    db: Session, report: CoverageReport, extent: Extent
) -> Iterator[tuple[tuple[str, int], int]]:
    declared = set(db.scalars(_declared(report.as_of)))
    for one in report.scheme.indicators:
        if one.group not in declared or not report.own.cell(one).is_of_holders:
            continue
        in_post = {row.area_id: row.cell(one).N for row in report.rows}
        told = completeness_of(db, extent, one, in_post)
        for part in (told.own, *told.parts):
            if part.not_on_roster is not None:
                yield (one.key, part.area_id), part.not_on_roster


def _declared(day: date) -> Select[str]:
    row = people.Headcount
    return select(row.group_key).where(row.is_current(), row.as_of <= day).distinct()
