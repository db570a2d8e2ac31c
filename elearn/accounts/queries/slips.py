"""Orders of slips: in whose scope they are, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, joinedload

from elearn import areas
from elearn.access import Actor, Role
from elearn.accounts.models import SlipBatch, SlipSheet
from elearn.accounts.rules import HELPING, CodeRule
from elearn.errors import NotFound
from elearn.text import msg

MOST = 50  # Of the orders told on one page.


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order of slips as a list tells it."""

    batch: SlipBatch
    area: str
    slips: int
    sheets: int
    drawn: int


def batch_seen_by(db: Session, actor: Actor, batch_id: int, *, day: date) -> SlipBatch:
    """Return an order of slips.

    :raise NotFound: if there is none, and equally if its area is not the actor's to help in.
    """
    batch = db.get(SlipBatch, batch_id)
    seen = select(SlipBatch.id).where(SlipBatch.id == batch_id, _visible_to(actor, day))
    if batch is None or db.scalar(seen) is None:
        raise NotFound(msg("Không có đợt in này trong phạm vi anh/chị phụ trách."))
    return batch


def may_fetch(actor: Actor, batch: SlipBatch) -> bool:
    """Return whether the actor may take the codes of an order: her own, or as the centre any.

    Who ordered it was given codes for those below her; a file holds them for whoever opens it.
    """
    is_hers = actor.person_id is not None and actor.person_id == batch.made_by_id
    return is_hers or any(scope.count("/") <= 2 for scope in actor.scopes(Role.CENTRAL))


def _visible_to(actor: Actor, day: date) -> ColumnElement[bool]:
    """Return the condition on an order that the actor helps in all of its area."""
    version = areas.AreaVersion
    return exists(
        select(version.id)
        .where(version.area_id == SlipBatch.area_id, version.is_current(), version.valid_on(day))
        .where(areas.below(actor.scopes(*HELPING)))
        .correlate(SlipBatch)
    )


def batches_page(db: Session, actor: Actor, *, day: date) -> Sequence[Ordered]:
    """Return the last orders within the actor's scope, the latest first; one query."""
    version, sheet = areas.AreaVersion, SlipSheet
    named = and_(version.area_id == SlipBatch.area_id, version.is_current(), version.valid_on(day))
    found = (
        select(SlipBatch, version.full_name, func.sum(sheet.slips))
        .add_columns(func.count(sheet.id), func.count(sheet.drawn_at))
        .join(version, named)
        .join(sheet, sheet.batch_id == SlipBatch.id)
        .where(_visible_to(actor, day))
        .group_by(SlipBatch.id, version.full_name)
        .order_by(SlipBatch.id.desc())
        .limit(MOST)
    )
    return [Ordered(*row) for row in db.execute(found)]


def sheets_of(db: Session, batch_id: int) -> Sequence[SlipSheet]:
    """Return the sheets of an order with their files, as they were ordered; one query."""
    found = select(SlipSheet).where(SlipSheet.batch_id == batch_id)
    return db.scalars(found.options(joinedload(SlipSheet.file)).order_by(SlipSheet.id)).all()


def undrawn(db: Session, batch_id: int) -> Sequence[SlipSheet]:
    """Return the sheets of an order that are still to be drawn."""
    found = select(SlipSheet).where(SlipSheet.batch_id == batch_id, SlipSheet.drawn_at.is_(None))
    return db.scalars(found.order_by(SlipSheet.id)).all()


def outlived(db: Session, rule: CodeRule, *, now: datetime) -> Sequence[SlipSheet]:
    """Return the sheets whose files have been kept long enough."""
    after_fetching = now - timedelta(minutes=rule.slips_kept_minutes)
    after_drawing = now - timedelta(days=rule.slips_kept_days)
    found = select(SlipSheet).where(
        SlipSheet.file_id.is_not(None),
        or_(SlipSheet.fetched_at <= after_fetching, SlipSheet.drawn_at <= after_drawing),
    )
    return db.scalars(found.options(joinedload(SlipSheet.file))).all()
