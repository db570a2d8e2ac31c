"""What becomes of an organisation unit: another name, another place, its end."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from elearn import areas, audit
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import OrgUnit, OrgUnitName, OrgUnitPlace, PlannedPost, Tenure
from elearn.people.queries.units import served_in
from elearn.people.rules import EndReason
from elearn.people.service.listing import refresh
from elearn.people.service.planned import ended_plan
from elearn.people.service.tenures import Ending, ended
from elearn.people.service.units import check_place
from elearn.text import fold, msg, nfc


@dataclass(frozen=True, slots=True)
class Relocation:
    """Where a unit stands from a day on, and what it belongs to then."""

    area: areas.AreaVersion
    on: date
    parent: OrgUnit | None = None


@dataclass(frozen=True, slots=True)
class Renaming:
    """How a unit is called from a day on."""

    name: str
    on: date


def rename_unit(db: Session, actor: Actor, unit: OrgUnit, new: Renaming, *, now: datetime) -> None:
    """Call a unit by another name from a day on; what it was called is kept.

    :raise InvalidInput: if there is no name, or the unit did not bear its present one before.
    """
    called = nfc(new.name)
    if not called:
        raise InvalidInput(name=msg("Chưa ghi tên đơn vị."))
    last = db.scalar(
        select(OrgUnitName.valid_to)
        .where(OrgUnitName.org_unit_id == unit.id)
        .order_by(OrgUnitName.valid_to.desc())
        .limit(1)
    )
    first = last + timedelta(days=1) if last else unit.valid_from
    if new.on <= first or not unit.is_valid_on(new.on):
        raise InvalidInput(
            on=msg("Tên hiện nay dùng từ ngày %(day)s; chọn ngày sau đó.", day=f"{first:%d/%m/%Y}")
        )
    until = new.on - timedelta(days=1)
    db.add(OrgUnitName(org_unit_id=unit.id, name=unit.name, valid_from=first, valid_to=until))
    unit.name, unit.name_folded = called, fold(called)
    db.flush()
    audit.record(db, actor, "rename", "org_unit", unit.id, now=now)


def move_unit(
    db: Session, actor: Actor, unit: OrgUnit, to: Relocation, *, now: datetime
) -> OrgUnitPlace:
    """Have a unit stand in another area from a day on, and return its new place.

    :raise InvalidInput: if it does not stand anywhere to leave on that day, or stands there
        already, or such a body does not stand in such an area.
    """
    check_place(db, unit.kind, to.area)
    held = OrgUnitPlace.org_unit_id == unit.id
    latest = select(OrgUnitPlace).where(held).order_by(OrgUnitPlace.valid_from.desc()).limit(1)
    place = db.scalars(latest).one()
    if to.on <= place.valid_from or not (place.is_valid_on(to.on) and unit.is_valid_on(to.on)):
        first = f"{place.valid_from:%d/%m/%Y}"
        raise InvalidInput(
            on=msg("Đơn vị đặt ở nơi hiện nay từ ngày %(day)s; chọn ngày sau đó.", day=first)
        )
    if place.area_id == to.area.area_id:
        raise InvalidInput(area=msg("Đơn vị đang đặt ở chính nơi này."))
    place.valid_to, place.end_recorded_at = to.on - timedelta(days=1), now
    new = OrgUnitPlace(
        org_unit_id=unit.id, area_id=to.area.area_id, valid_from=to.on, recorded_at=now
    )
    db.add(new)
    unit.parent_id = to.parent.id if to.parent else unit.parent_id
    db.flush()
    refresh(db, served_in(db, [unit.id]))
    details = {"from": place.area_id, "to": new.area_id}
    audit.record(db, actor, "move", "org_unit", unit.id, now=now, details=details)
    return new


def end_unit(db: Session, actor: Actor, unit: OrgUnit, on: date, *, now: datetime) -> int:
    """End a unit after a day, and with it the tenures and plans there; return how many tenures.

    :raise InvalidInput: if it would end before it began, or has ended.
    :raise Conflict: if something begins there only after that day.
    """
    if not unit.is_valid_on(on) or unit.valid_to is not None:
        raise InvalidInput(on=msg("Ngày này đơn vị chưa có, hoặc đơn vị đã kết thúc rồi."))
    held, planned = _lasting(Tenure, unit, on), _lasting(PlannedPost, unit, on)
    tenures = db.scalars(select(Tenure).where(held, Tenure.is_current())).all()
    plans = db.scalars(select(PlannedPost).where(planned, PlannedPost.is_current())).all()
    places = db.scalars(select(OrgUnitPlace).where(_lasting(OrgUnitPlace, unit, on))).all()
    begins = [one.valid_from for one in tenures] + [one.valid_from for one in plans]
    if any(day > on for day in (*begins, *(stay.valid_from for stay in places))):
        raise Conflict(
            msg("Có chức danh, quy hoạch hoặc nơi đặt bắt đầu sau ngày này; sửa mục ấy trước.")
        )
    for tenure in tenures:
        ended(db, tenure, Ending(on, EndReason.UNIT_ENDED), now=now)
    for plan in plans:
        ended_plan(db, plan, on, now=now)
    for stay in places:
        stay.valid_to, stay.end_recorded_at = on, now
    unit.valid_to = on
    db.flush()
    refresh(db, served_in(db, [unit.id]))
    details = {"tenures": len(tenures), "plans": len(plans)}
    audit.record(db, actor, "end", "org_unit", unit.id, now=now, details=details)
    return len(tenures)


def _lasting(
    row: type[Tenure | PlannedPost | OrgUnitPlace], unit: OrgUnit, on: date
) -> ColumnElement[bool]:
    """Return the condition that something of the unit goes on after the day."""
    return (row.org_unit_id == unit.id) & or_(row.valid_to.is_(None), row.valid_to > on)
