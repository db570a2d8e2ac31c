"""When the figures of a page were counted."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.coverage.models import BuildState, CoverageBuild, CoverageCursor
from elearn.coverage.queries.asked import Asked
from elearn.coverage.rules import Counting, Indicator


def counting_of(db: Session, asked: Asked, indicators: Sequence[Indicator]) -> Counting:
    """Return since when all of them are counted on the map, and if they are anew; two queries.

    What changed since was followed, so that figures are as of the last time that was done.
    """
    build = CoverageBuild
    versions = {one.version_id for one in indicators if one.version_id}
    rows = db.execute(
        select(build.built_at, build.stale_since).where(
            build.map_id == (asked.map.id if asked.map else None),
            build.indicator_version_id.in_(versions),
            build.state == BuildState.CURRENT,
        )
    ).all()
    moments = [built_at for built_at, _ in rows if built_at]
    if not moments or len(moments) < len(indicators):
        return Counting(None)
    followed = db.get(CoverageCursor, 1)
    oldest = min(moments)
    counted_at = max(oldest, followed.followed_at) if followed else oldest
    return Counting(counted_at, is_stale=any(stale for _, stale in rows))
