"""Appointing to posts, ending and correcting tenures, keeping what we knew before."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import OrgUnit, Person, Post, Tenure
from elearn.people.queries.overlaps import is_taken
from elearn.people.rules import EndReason
from elearn.people.service.holding import hold
from elearn.people.service.listing import refresh
from elearn.text import msg

_BACKWARDS = msg("Ngày kết thúc đứng trước ngày bắt đầu.")


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
    """The last day of a tenure, why, and by which paper."""

    on: date
    reason: EndReason
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a tenure should have said: its days, its papers, and why it ended."""

    valid_from: date
    valid_to: date | None = None
    decision: str | None = None
    end_reason: EndReason | None = None
    end_decision: str | None = None


def appoint(db: Session, actor: Actor, new: Appointment, *, now: datetime) -> Tenure:
    """Write down a tenure.

    :raise InvalidInput: if the unit is not there on each of its days, or it ends before it begins.
    :raise Conflict: if she holds this post in this unit on one of the days already.
    """
    tenure = begun(db, new, now=now)
    audit.record(db, actor, "appoint", "tenure", tenure.id, now=now)
    return tenure


def begun(db: Session, new: Appointment, *, now: datetime) -> Tenure:
    """Write down a tenure as part of a wider act, which is audited as a whole."""
    tenure = Tenure(
        person_id=new.person.id,
        post_key=new.post.key,
        org_unit_id=new.org_unit.id,
        valid_from=new.valid_from,
        valid_to=new.valid_to,
        decision=new.decision or None,
        recorded_at=now,
    )
    _check(db, tenure, new.org_unit)
    db.add(tenure)
    db.flush()
    refresh(db, [tenure.person_id])
    return tenure


def _check(db: Session, new: Tenure, unit: OrgUnit, *, instead_of: int | None = None) -> None:
    if new.valid_to and new.valid_to < new.valid_from:
        raise InvalidInput(valid_to=_BACKWARDS)
    if not unit.is_valid_on(new.valid_from):
        raise InvalidInput(valid_from=msg("Đơn vị công tác chưa có hoặc đã kết thúc vào ngày này."))
    if unit.valid_to and (new.valid_to or date.max) > unit.valid_to:
        last = f"{unit.valid_to:%d/%m/%Y}"
        raise InvalidInput(
            valid_to=msg("Đơn vị công tác chỉ có đến ngày %(day)s.", day=last),
        )
    if is_taken(db, new, instead_of=instead_of):
        raise Conflict(msg("Người này đang giữ chức danh đó ở đơn vị đó trong thời gian này."))


def end_tenure(
    db: Session, actor: Actor, tenure: Tenure, ending: Ending, *, now: datetime
) -> Tenure:
    """End a tenure and return the row that holds now.

    The row before is kept as superseded: what a report told then can still be told.

    :raise InvalidInput: if it would end before it began, or later than it has ended.
    :raise Conflict: if the row was superseded meanwhile.
    """
    over = ended(db, tenure, ending, now=now)
    audit.record(db, actor, "end", "tenure", over.id, now=now, details={"reason": ending.reason})
    return over


def ended(db: Session, tenure: Tenure, ending: Ending, *, now: datetime) -> Tenure:
    """End a tenure as part of a wider act, which is audited as a whole."""
    if ending.on < tenure.valid_from:
        raise InvalidInput(on=_BACKWARDS)
    if tenure.valid_to and tenure.valid_to < ending.on:
        last = f"{tenure.valid_to:%d/%m/%Y}"
        raise InvalidInput(
            on=msg("Chức danh này đã kết thúc ngày %(day)s; nếu ghi sai thì sửa lại.", day=last)
        )
    told = {
        "valid_to": ending.on,
        "end_reason": ending.reason,
        "end_decision": ending.decision or None,
    }
    return _instead(db, tenure, told, now=now)


def correct_tenure(
    db: Session, actor: Actor, tenure: Tenure, right: Correction, *, now: datetime
) -> Tenure:
    """Write down what a tenure should have said, and return the row that holds now.

    :raise InvalidInput: if the days cannot be, or there is a reason without an end.
    :raise Conflict: if the days meet another tenure of this post, or the row was superseded.
    """
    told = {
        "valid_from": right.valid_from,
        "valid_to": right.valid_to,
        "decision": right.decision or None,
        "end_reason": right.end_reason,
        "end_decision": right.end_decision or None,
    }
    if right.valid_to is None and (right.end_reason or right.end_decision):
        raise InvalidInput(
            valid_to=msg("Đã ghi lý do hoặc quyết định kết thúc thì ghi cả ngày kết thúc.")
        )
    fixed = _instead(db, tenure, told, now=now)
    fields = sorted(name for name in told if getattr(tenure, name) != told[name])
    details = {"before": tenure.id, "fields": fields}
    audit.record(db, actor, "correct", "tenure", fixed.id, now=now, details=details)
    return fixed


def _instead(db: Session, tenure: Tenure, told: dict[str, Any], *, now: datetime) -> Tenure:
    """Supersede a row by one that says the same but for what is told."""
    hold(db, tenure)
    if tenure.superseded_at is not None:
        raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
    kept = ("person_id", "post_key", "org_unit_id", "valid_from", "valid_to", "decision")
    values = {name: getattr(tenure, name) for name in kept} | told
    row = Tenure(**values, recorded_at=now)
    _check(db, row, db.get_one(OrgUnit, tenure.org_unit_id), instead_of=tenure.id)
    tenure.superseded_at = now
    db.flush()
    db.add(row)
    db.flush()
    refresh(db, [row.person_id])
    return row
