"""The papers that changes rest on: known once by their number."""

from collections.abc import Iterable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from elearn.areas.models import Area, AreaLineage, AreaResolution, AreaVersion
from elearn.areas.rules import Paper
from elearn.errors import Conflict
from elearn.text import msg


def resolution_of(db: Session, paper: Paper) -> AreaResolution:
    """Return the resolution with this number, made if it was not known.

    :raise Conflict: if it is known to take effect on another day.
    """
    known = db.scalar(select(AreaResolution).where(AreaResolution.number == paper.number))
    if known is None:
        known = AreaResolution(
            number=paper.number,
            title=paper.title,
            decided_on=paper.decided_on,
            effective_on=paper.effective_on,
        )
        db.add(known)
        db.flush()
    if known.effective_on != paper.effective_on:
        raise Conflict(
            msg(
                "Nghị quyết %(number)s đã được ghi với ngày hiệu lực %(day)s.",
                number=known.number,
                day=f"{known.effective_on:%d/%m/%Y}",
            )
        )
    return known


def rest_on(db: Session, papers: Iterable[Paper]) -> None:
    """Let what began or passed on the day of each paper rest on it, if it rests on none yet."""
    for paper in papers:
        resolution = resolution_of(db, paper)
        of_level = select(Area.id)
        if paper.level is not None:
            of_level = of_level.where(Area.level == paper.level)
        for table, day, key in (
            (AreaVersion, AreaVersion.valid_from, AreaVersion.area_id),
            (AreaLineage, AreaLineage.happened_on, AreaLineage.from_area_id),
        ):
            begun = (table.resolution_id.is_(None), day == paper.effective_on, key.in_(of_level))
            db.execute(update(table).where(*begun).values(resolution_id=resolution.id))
