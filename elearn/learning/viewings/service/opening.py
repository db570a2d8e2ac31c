"""A shared viewing begins: the clock starts to run for all who will sit there."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import audit, catalogue, clock, media, people
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.learning.models import SharedViewingRule
from elearn.learning.rules import Terms
from elearn.learning.viewings.models import SharedViewing
from elearn.learning.viewings.queries import areas_led_in, led_on, viewing_rule_on
from elearn.learning.viewings.service.holding import hold_people
from elearn.text import msg, nfc

_V = SharedViewing


@dataclass(frozen=True, slots=True)
class Opening:
    """What is about to be shown, where, and to people of which area."""

    lecture: catalogue.Lecture
    film: media.Playable
    area_id: int
    place: str = ""


def open_viewing(
    db: Session, actor: Actor, wanted: Opening, *, terms: Terms, now: datetime
) -> SharedViewing:
    """Open a shared viewing; one she had not ended yet ends with that.

    :raise InvalidInput: if she may mark nobody of the area.
    :raise Conflict: if she has led as many today as the rule allows; where nobody sat counts not.
    """
    day, leader = clock.day_of(now), _leader(db, actor)
    if wanted.area_id not in {area.area_id for area in areas_led_in(db, actor, day)}:
        raise InvalidInput(area=msg("Chọn địa bàn mà anh/chị phụ trách."))
    rule = viewing_rule_on(db, day)
    _make_room(db, leader, rule, terms, now)
    viewing = _begun(wanted, leader, rule, now)
    db.add(viewing)
    db.flush()
    details = {"lecture": wanted.lecture.code, "area": wanted.area_id}
    audit.record(db, actor, "open", "shared_viewing", viewing.id, now=now, details=details)
    return viewing


def _make_room(
    db: Session, leader: int, rule: SharedViewingRule, terms: Terms, now: datetime
) -> None:
    """End what she had not ended yet.

    :raise Conflict: if the day has no room for another.
    """
    hers = _V.led_by_id.in_(people.entry_ids(leader))
    going_on = select(_V).where(hers, _V.ended_at.is_(None)).order_by(_V.id)
    db.scalars(going_on.with_for_update()).all()  # A viewing is locked before any budget.
    hold_people(db, [leader], terms, now)  # Two pages of hers could each open the last one.
    if len(led_on(db, leader, clock.day_of(now))) >= rule.most_a_day:
        raise Conflict(
            msg("Hôm nay đã mở đủ %(most)s buổi xem chung. Mai mở tiếp.", most=rule.most_a_day)
        )
    for earlier in db.scalars(going_on):
        earlier.ended_at = now


def _begun(wanted: Opening, leader: int, rule: SharedViewingRule, now: datetime) -> SharedViewing:
    return _V(
        token=token_hex(16),
        lecture_id=wanted.lecture.id,
        medium_version_id=wanted.film.version_id,
        length=wanted.film.seconds,
        led_by_id=leader,
        area_id=wanted.area_id,
        rule_version=rule.version,
        place=" ".join(nfc(wanted.place).split()),
        opened_at=now,
    )


def _leader(db: Session, actor: Actor) -> int:
    """Return by which entry the actor leads.

    :raise Conflict: if nobody in person acts.
    """
    if actor.person_id is None:
        raise Conflict(msg("Chỉ người đăng nhập mới mở được buổi xem chung."))
    return people.wholes_of(db, [actor.person_id])[actor.person_id]
