"""Planning persons for posts (quy hoạch), and ending that."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import OrgUnit, Person, PlannedPost, Post
from elearn.people.queries.overlaps import is_taken
from elearn.people.service.holding import hold
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is planned for which post where, from when, for which term, by which paper."""

    person: Person
    post: Post
    org_unit: OrgUnit
    valid_from: date
    valid_to: date | None = None
    term: str | None = None
    decision: str | None = None


def begin_planned(db: Session, actor: Actor, new: Plan, *, now: datetime) -> PlannedPost:
    """Write down that a person is planned for a post.

    :raise InvalidInput: if the unit is not there on the first day, or the days cannot be.
    :raise Conflict: if she is planned for this post of this unit on one of the days already.
    """
    if new.valid_to and new.valid_to < new.valid_from:
        raise InvalidInput(valid_to=msg("Ngày kết thúc đứng trước ngày bắt đầu."))
    if not new.org_unit.is_valid_on(new.valid_from):
        raise InvalidInput(valid_from=msg("Đơn vị công tác chưa có hoặc đã kết thúc vào ngày này."))
    planned = PlannedPost(
        person_id=new.person.id,
        post_key=new.post.key,
        org_unit_id=new.org_unit.id,
        valid_from=new.valid_from,
        valid_to=new.valid_to,
        term=nfc(new.term or "") or None,
        decision=new.decision or None,
        recorded_at=now,
    )
    if is_taken(db, planned):
        raise Conflict(msg("Người này đã được quy hoạch chức danh đó ở đơn vị đó."))
    db.add(planned)
    db.flush()
    changed(db, "person", planned.person_id, now=now)
    audit.record(db, actor, "plan", "planned_post", planned.id, now=now)
    return planned


def end_planned(
    db: Session, actor: Actor, planned: PlannedPost, on: date, *, now: datetime
) -> PlannedPost:
    """End a planned post and return the row that holds now; the one before is kept.

    :raise InvalidInput: if it would end before it began, or later than it has ended.
    :raise Conflict: if the row was superseded meanwhile.
    """
    hold(db, planned)
    if planned.superseded_at is not None:
        raise Conflict(msg("Thông tin này vừa được sửa ở nơi khác."))
    if on < planned.valid_from or on > (planned.valid_to or on):
        raise InvalidInput(on=msg("Ngày này nằm ngoài thời gian quy hoạch đã ghi."))
    over = ended_plan(db, planned, on, now=now)
    audit.record(db, actor, "end", "planned_post", over.id, now=now)
    return over


def ended_plan(db: Session, planned: PlannedPost, on: date, *, now: datetime) -> PlannedPost:
    """End a planned post as part of a wider act, which is audited as a whole."""
    planned.superseded_at = now
    db.flush()
    kept = ("person_id", "post_key", "org_unit_id", "valid_from", "term", "decision")
    values = {name: getattr(planned, name) for name in kept}
    over = PlannedPost(**values, valid_to=on, recorded_at=now)
    db.add(over)
    db.flush()
    changed(db, "person", over.person_id, now=now)
    return over
