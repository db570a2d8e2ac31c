"""Outages: entered by who looks after an area, found by the worker, withdrawn if mistaken."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.signals.models import Outage
from elearn.learning.signals.queries.outages import may_decide, outage_by_id
from elearn.learning.signals.rules import OutageSource
from elearn.learning.signals.service.explaining import explain_by, explain_without
from elearn.text import msg, nfc

LONGEST = timedelta(days=31)
AHEAD = timedelta(days=7)
LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class NewOutage:
    """When the service was away, or will be, where (none: everywhere), and what happened."""

    began_at: datetime
    ended_at: datetime
    area_id: int | None
    what: str


def enter_outage(db: Session, actor: Actor, told: NewOutage, *, now: datetime) -> Outage:
    """Write down an outage, and mark the signals that fall into it.

    :raise InvalidInput: if the times are turned round, too long or too far ahead, or nothing says
        what happened.
    :raise Forbidden: if it lies beyond what the actor decides over.
    """
    what = nfc(told.what)
    _check(told, what, now)
    if not may_decide(db, actor, told.area_id):
        raise Forbidden(msg("Chỉ ghi được cho địa bàn mình phụ trách."))
    outage = Outage(
        began_at=told.began_at,
        ended_at=told.ended_at,
        area_id=told.area_id,
        what=what,
        source=OutageSource.ENTERED,
        recorded_at=now,
        entered_by_id=actor.person_id,
    )
    db.add(outage)
    db.flush()
    audit.record(db, actor, "enter", "outage", outage.id, now=now)
    explain_by(db, outage)
    return outage


def _check(told: NewOutage, what: str, now: datetime) -> None:
    if told.ended_at <= told.began_at:
        raise InvalidInput(ended=msg("Giờ hết phải sau giờ bắt đầu."))
    if told.ended_at - told.began_at > LONGEST:
        raise InvalidInput(ended=msg("Dài nhất 31 ngày; dài hơn thì ghi nhiều lần."))
    if told.ended_at > now + AHEAD:
        raise InvalidInput(ended=msg("Chỉ ghi trước được 7 ngày."))
    if not what:
        raise InvalidInput(what=msg("Ghi chuyện gì đã xảy ra, ví dụ: mất điện cả xã."))
    if len(what) > LONGEST_TEXT:
        raise InvalidInput(what=msg("Dài nhất 300 ký tự."))


def withdraw_outage(db: Session, actor: Actor, outage_id: int, *, now: datetime) -> Outage:
    """Say that an outage was none; it stays on record, and explains nothing any more.

    :raise NotFound: if there is none.
    :raise Forbidden: if it lies beyond what the actor decides over.
    :raise Conflict: if it was withdrawn before.
    """
    outage = outage_by_id(db, outage_id)
    if not may_decide(db, actor, outage.area_id):
        raise Forbidden(msg("Chỉ rút được lần gián đoạn của địa bàn mình phụ trách."))
    if outage.is_withdrawn:
        raise Conflict(msg("Lần gián đoạn này đã rút rồi."))
    outage.withdrawn_at = now
    db.flush()
    audit.record(db, actor, "withdraw", "outage", outage.id, now=now)
    explain_without(db, outage)
    return outage
