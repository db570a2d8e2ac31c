"""Leaving a unit out of evaluation, from a day and by a paper, and taking it in again."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed_all
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import ExclusionReason, OrgUnit, UnitExclusion
from elearn.people.queries.units import served_in
from elearn.people.service.holding import hold
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Which unit is left out, why, by which paper, on which days."""

    org_unit: OrgUnit
    reason: ExclusionReason
    valid_from: date
    valid_to: date | None = None
    decision: str | None = None


def exclude_unit(db: Session, actor: Actor, new: Exclusion, *, now: datetime) -> UnitExclusion:
    """Leave a unit out of evaluation.

    :raise InvalidInput: if it ends before it begins.
    :raise Conflict: if the unit is left out on one of the days already.
    """
    if new.valid_to and new.valid_to < new.valid_from:
        raise InvalidInput(valid_to=msg("Ngày kết thúc đứng trước ngày bắt đầu."))
    if _overlaps(db, new):
        raise Conflict(msg("Đơn vị này đã được loại khỏi đánh giá trong thời gian ấy."))
    row = UnitExclusion(
        org_unit_id=new.org_unit.id,
        reason=new.reason,
        decision=new.decision or None,
        valid_from=new.valid_from,
        valid_to=new.valid_to,
        recorded_at=now,
    )
    db.add(row)
    db.flush()
    tell_of_exclusion(db, row, now=now)
    audit.record(db, actor, "exclude", "org_unit", new.org_unit.id, now=now)
    return row


def _overlaps(db: Session, new: Exclusion) -> bool:
    row = UnitExclusion
    same = select(row.id).where(
        row.org_unit_id == new.org_unit.id,
        row.is_current(),
        or_(row.valid_to.is_(None), row.valid_to >= new.valid_from),
    )
    if new.valid_to is not None:
        same = same.where(row.valid_from <= new.valid_to)
    return db.scalar(same.limit(1)) is not None


def end_exclusion(
    db: Session, actor: Actor, row: UnitExclusion, on: date, *, now: datetime
) -> UnitExclusion:
    """Take a unit into evaluation again after a day; what was known before is kept.

    :raise InvalidInput: if the day is not one of those it is left out on.
    :raise Conflict: if the row was superseded meanwhile.
    """
    hold(db, row)
    if row.superseded_at is not None:
        raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
    if not row.is_valid_on(on):
        raise InvalidInput(on=msg("Ngày này nằm ngoài thời gian đã ghi."))
    row.superseded_at = now
    db.flush()
    over = UnitExclusion(
        org_unit_id=row.org_unit_id,
        reason=row.reason,
        decision=row.decision,
        valid_from=row.valid_from,
        valid_to=on,
        recorded_at=now,
    )
    db.add(over)
    db.flush()
    tell_of_exclusion(db, over, now=now)
    audit.record(db, actor, "include", "org_unit", row.org_unit_id, now=now)
    return over


def tell_of_exclusion(db: Session, row: UnitExclusion, *, now: datetime) -> None:
    """Tell later domains of all whom it touches: those who served in the unit."""
    changed_all(db, "person", served_in(db, [row.org_unit_id]), now=now)
