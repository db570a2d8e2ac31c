"""The events that are kept, by what they are of: to be held against those of a fresh counting."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn.coverage import CoverageBuild, CoverageEvent

Events = dict[tuple[int, ...], tuple[int, ...]]


def events_kept(db: Session) -> Events:
    """Return all that readers see, by indicator, map, area, span and day."""
    one, build = CoverageEvent, CoverageBuild
    key = (build.indicator_version_id, build.map_id, one.area_id, one.span, one.day)
    figures = (one.in_post, one.reached, one.under_way, one.new_in_post, one.estimated)
    rows = db.execute(
        select(*key, *figures)
        .join(build, build.id == one.build_id)
        .where(build.state == "current", or_(*(figure != 0 for figure in figures)))
    )
    return {tuple(row[:5]): tuple(row[5:]) for row in rows}
