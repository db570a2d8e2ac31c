"""How many of a group areas and units declared to have, or that they did not report."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from elearn.people.models import Headcount

_H = Headcount


def headcounts_on(
    db: Session,
    group_keys: Collection[str],
    area_ids: Collection[int],
    day: date,
    *,
    known_at: datetime | None = None,
) -> dict[tuple[int, str], Headcount]:
    """Return, by area and group, what was declared last up to the day; one query.

    As we know it now or knew it at a moment. Whose last word is that it did not report has a row
    without a number; who was never asked has none.
    """
    latest = latest_headcounts(group_keys, day, known_at=known_at)
    found = db.scalars(latest.where(_H.area_id.in_(area_ids)))
    return {(row.area_id, row.group_key): row for row in found if row.area_id}


def latest_headcounts(
    group_keys: Collection[str], day: date, *, known_at: datetime | None = None
) -> Select[Headcount]:
    """Return, to be narrowed further, the last declaration of each area and unit up to the day."""
    known = _H.is_current() if known_at is None else _H.known_at(known_at)
    place = func.row_number().over(
        partition_by=(_H.area_id, _H.org_unit_id, _H.group_key),
        order_by=(_H.as_of.desc(), _H.id.desc()),
    )
    ranked = (
        select(_H.id, place.label("place"))
        .where(_H.group_key.in_(group_keys), _H.as_of <= day, known)
        .subquery()
    )
    return select(_H).join(ranked, ranked.c.id == _H.id).where(ranked.c.place == 1)
