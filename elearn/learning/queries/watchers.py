"""How many people a medium has: what a change of its film would touch."""

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from elearn import media
from elearn.learning.models import WatchMap


@dataclass(frozen=True, slots=True)
class Watchers:
    """How many people have seen a lecture, and how many are half-way."""

    finished: int
    begun: int


def watchers_of(db: Session, medium_id: int) -> Watchers:
    """Return how many people watch a medium, in whatever version; one query."""
    version = media.MediumVersion
    hers = (
        select(func.max(case((WatchMap.seen_at.is_not(None), 1), else_=0)).label("has_seen"))
        .join(version, version.id == WatchMap.medium_version_id)
        .where(version.medium_id == medium_id, WatchMap.seconds > 0)
        .group_by(WatchMap.person_id)
        .subquery()
    )
    seen, everybody = db.execute(select(func.sum(hers.c.has_seen), func.count())).one()
    return Watchers(seen or 0, everybody - (seen or 0))
