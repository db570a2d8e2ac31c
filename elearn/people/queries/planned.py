"""Who is planned for which post (quy hoạch): on a day, of a person, in a unit."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from elearn.people.models import PlannedPost
from elearn.people.queries.tenures import units_below

_WHOLE = [joinedload(one) for one in (PlannedPost.person, PlannedPost.post, PlannedPost.org_unit)]


def planned_on(
    db: Session,
    day: date,
    *,
    posts: Collection[str] = (),
    paths: Iterable[str] = (),
    known_at: datetime | None = None,
) -> Sequence[PlannedPost]:
    """Return the planned posts that held on the day, as we know it now or knew it at a moment.

    Only some posts, if any are named; only units that stood below some paths that day, if any are.
    """
    known = PlannedPost.is_current() if known_at is None else PlannedPost.known_at(known_at)
    found = select(PlannedPost).where(PlannedPost.valid_on(day), known)
    if posts:
        found = found.where(PlannedPost.post_key.in_(posts))
    if wanted := tuple(paths):
        found = found.where(PlannedPost.org_unit_id.in_(units_below(wanted, day)))
    return db.scalars(found.order_by(PlannedPost.id)).all()


def planned_of(db: Session, person_ids: Collection[int]) -> Sequence[PlannedPost]:
    """Return what these persons are or were planned for, the latest first; one query."""
    found = select(PlannedPost).where(
        PlannedPost.person_id.in_(person_ids), PlannedPost.is_current()
    )
    return db.scalars(found.options(*_WHOLE).order_by(PlannedPost.valid_from.desc())).all()


def planned_in(db: Session, unit_id: int, day: date, *, limit: int) -> Sequence[PlannedPost]:
    """Return who is planned for a post of the unit on the day; one query."""
    found = select(PlannedPost).where(
        PlannedPost.org_unit_id == unit_id, PlannedPost.valid_on(day), PlannedPost.is_current()
    )
    return db.scalars(found.options(*_WHOLE).order_by(PlannedPost.id).limit(limit)).all()
