"""Appointing to posts and ending tenures, keeping what we knew before."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import OrgUnit, Person, Post, Tenure
from elearn.people.rules import EndReason
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who takes which post where, from when, by which paper."""

    person: Person
    post: Post
    org_unit: OrgUnit
    valid_from: date
    valid_to: date | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of a tenure, and why."""

    on: date
    reason: EndReason


def appoint(db: Session, actor: Actor, new: Appointment, *, now: datetime) -> Tenure:
    """Write down a tenure.

    :raise InvalidInput: if the unit did not exist when it began, or it ends before it begins.
    :raise Conflict: if she holds this post in this unit on one of the days already.
    """
    if new.valid_to and new.valid_to < new.valid_from:
        raise InvalidInput(valid_to=msg("Ngày kết thúc đứng trước ngày bắt đầu."))
    if not new.org_unit.is_valid_on(new.valid_from):
        raise InvalidInput(valid_from=msg("Đơn vị công tác chưa có hoặc đã kết thúc vào ngày này."))
    if db.scalar(_overlapping(new)) is not None:
        raise Conflict(msg("Người này đang giữ chức danh đó ở đơn vị đó trong thời gian này."))
    tenure = Tenure(
        person_id=new.person.id,
        post_key=new.post.key,
        org_unit_id=new.org_unit.id,
        valid_from=new.valid_from,
        valid_to=new.valid_to,
        decision=new.decision,
        recorded_at=now,
    )
    db.add(tenure)
    db.flush()
    audit.record(db, actor, "appoint", "tenure", tenure.id, now=now)
    return tenure


def _overlapping(new: Appointment) -> Select[int]:
    same = select(Tenure.id).where(
        Tenure.person_id == new.person.id,
        Tenure.post_key == new.post.key,
        Tenure.org_unit_id == new.org_unit.id,
        Tenure.is_current(),
        or_(Tenure.valid_to.is_(None), Tenure.valid_to >= new.valid_from),
    )
    if new.valid_to is not None:
        same = same.where(Tenure.valid_from <= new.valid_to)
    return same.limit(1)


def end_tenure(
    db: Session, actor: Actor, tenure: Tenure, ending: Ending, *, now: datetime
) -> Tenure:
    """End a tenure and return the row that holds now.

    The row before is kept as superseded: what a report told then can still be told.

    :raise InvalidInput: if it would end before it began.
    :raise Conflict: if the row was superseded meanwhile.
    """
    if tenure.superseded_at is not None:
        raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
    if ending.on < tenure.valid_from:
        raise InvalidInput(on=msg("Ngày kết thúc đứng trước ngày bắt đầu."))
    tenure.superseded_at = now
    db.flush()
    ended = Tenure(
        person_id=tenure.person_id,
        post_key=tenure.post_key,
        org_unit_id=tenure.org_unit_id,
        valid_from=tenure.valid_from,
        valid_to=ending.on,
        decision=tenure.decision,
        end_reason=ending.reason,
        recorded_at=now,
    )
    db.add(ended)
    db.flush()
    audit.record(db, actor, "end", "tenure", ended.id, now=now, details={"reason": ending.reason})
    return ended
