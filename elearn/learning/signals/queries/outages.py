"""Outages as pages show them, and who decides over one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn import areas, clock
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.learning.signals.models import Outage
from elearn.learning.signals.queries.sight import JUDGING
from elearn.text import msg

PAGE = 30


@dataclass(frozen=True, slots=True)
class OutagePage:
    """One page of outages with the names of their areas, and before which the next begins."""

    rows: Sequence[Outage]
    areas: dict[int, str]
    next_before: int | None


def outage_page(db: Session, *, before: int | None = None) -> OutagePage:
    """Return a page of outages, those written down last first; at most three queries."""
    found = select(Outage).options(joinedload(Outage.entered_by)).order_by(Outage.id.desc())
    if before is not None:
        found = found.where(Outage.id < before)
    rows = db.scalars(found.limit(PAGE + 1)).all()
    shown = rows[:PAGE]
    named = areas_named(db, {one.area_id for one in shown if one.area_id is not None})
    return OutagePage(shown, named, shown[-1].id if len(rows) > PAGE else None)


def areas_named(db: Session, area_ids: set[int]) -> dict[int, str]:
    """Return how areas are called, now or when they ended; one query."""
    version = areas.AreaVersion
    rows = db.execute(
        select(version.area_id, version.full_name)
        .where(version.area_id.in_(area_ids), version.is_current())
        .order_by(version.valid_from)
    )
    return dict(rows.all())


def outage_by_id(db: Session, outage_id: int) -> Outage:
    """Return the outage, held until the end.

    :raise NotFound: if there is none.
    """
    found = select(Outage).where(Outage.id == outage_id).with_for_update()
    outage = db.scalar(found.execution_options(populate_existing=True))
    if outage is None:
        raise NotFound(msg("Không có lần gián đoạn này."))
    return outage


def may_decide(db: Session, actor: Actor, area_id: int | None) -> bool:
    """Return whether the actor administers this area, or the country if it is none."""
    return area_id in decided_among(db, actor, {area_id})


def decided_among(db: Session, actor: Actor, area_ids: Collection[int | None]) -> set[int | None]:
    """Return which of the areas the actor administers; two queries.

    Over the country (none), and over what has ended by today, decides the centre.
    """
    root = areas.root(db).id
    paths = areas.versions_on(db, {root, *(key for key in area_ids if key)}, clock.today())
    return {
        key for key in area_ids if actor.decides(paths.get(key or root, paths[root]).path, *JUDGING)
    }
