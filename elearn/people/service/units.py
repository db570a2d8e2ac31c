"""Entering organisation units."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, audit
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people.models import UNIT_KIND_NAMES, UNIT_LEVELS, OrgUnit, OrgUnitPlace, UnitKind
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class NewUnit:
    """What is known of a unit when it is entered: what it is, where it stands, since when."""

    kind: UnitKind
    name: str
    area: areas.AreaVersion
    valid_from: date
    parent: OrgUnit | None = None


def add_unit(db: Session, actor: Actor, new: NewUnit, *, now: datetime) -> OrgUnit:
    """Enter an organisation unit where it stands.

    :raise InvalidInput: if it has no name, or such a body does not stand in such an area.
    :raise Conflict: if one of this kind and name stands there already.
    """
    name = nfc(new.name)
    _check(db, new, name)
    unit = OrgUnit(
        kind=new.kind,
        name=name,
        parent_id=new.parent.id if new.parent else None,
        valid_from=new.valid_from,
    )
    db.add(unit)
    db.flush()
    place = OrgUnitPlace(org_unit_id=unit.id, area_id=new.area.area_id, valid_from=new.valid_from)
    db.add(place)
    db.flush()
    audit.record(db, actor, "add", "org_unit", unit.id, now=now)
    return unit


def _check(db: Session, new: NewUnit, name: str) -> None:
    if not name:
        raise InvalidInput(name=msg("Chưa ghi tên đơn vị."))
    check_place(db, new.kind, new.area)
    if (same := _same(db, new, name)) is not None:
        raise Conflict(msg("Đơn vị này đã có, số %(number)s.", number=same))


def check_place(db: Session, kind: UnitKind, area: areas.AreaVersion) -> None:
    """Refuse an area in which such a body does not stand.

    :raise InvalidInput: if it is of another level.
    """
    level = UNIT_LEVELS.get(kind)
    if level and level is not areas.area_by_id(db, area.area_id).level:
        raise InvalidInput(
            area=msg(
                "%(kind)s không đặt ở %(area)s; chọn đơn vị hành chính đúng cấp.",
                kind=UNIT_KIND_NAMES[kind],
                area=area.full_name,
            )
        )


def _same(db: Session, new: NewUnit, name: str) -> int | None:
    """Return the key of a unit of this kind and name that stands in the area and has not ended."""
    return db.scalar(
        select(OrgUnit.id)
        .join(OrgUnitPlace, OrgUnitPlace.org_unit_id == OrgUnit.id)
        .where(OrgUnit.kind == new.kind, OrgUnit.name == name, OrgUnit.valid_to.is_(None))
        .where(OrgUnitPlace.area_id == new.area.area_id, OrgUnitPlace.valid_to.is_(None))
        .limit(1)
    )
