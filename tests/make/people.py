"""Persons, organisation units and tenures for tests."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas import Area
from elearn.people import (
    Attainment,
    ExclusionReason,
    NewPerson,
    OrgUnit,
    OrgUnitPlace,
    Person,
    PlannedPost,
    Qualification,
    Tenure,
    UnitExclusion,
    UnitKind,
    field_of,
    refresh_listing,
)
from tests.make.areas import area

KNOWN = datetime(2025, 7, 1, 1, tzinfo=UTC)
START = date(2025, 7, 1)


def person(db: Session, full_name: str = "Nguyễn Thị Hường", **values: Any) -> Person:
    row = Person(**NewPerson(full_name, **values).columns)
    db.add(row)
    db.flush()
    return row


def org_unit(
    db: Session,
    name: str = "Hội LHPN xã Hưng Hà",
    *,
    at: Area | None = None,
    kind: UnitKind = UnitKind.UNION_COMMUNE,
    since: date = START,
) -> OrgUnit:
    """Return a unit standing in an area, Xã Hưng Hà unless another is given."""
    row = OrgUnit(name=name, kind=kind, valid_from=since)
    db.add(row)
    db.flush()
    place = at or area(db)
    db.add(OrgUnitPlace(org_unit_id=row.id, area_id=place.id, valid_from=since))
    db.flush()
    return row


def tenure(
    db: Session,
    who: Person | None = None,
    *,
    at: OrgUnit | None = None,
    post: str = "commune_union_chair",
    **values: Any,
) -> Tenure:
    """Return a tenure that holds from the day of the reform on and was known from then."""
    row = Tenure(
        person_id=(who or person(db)).id,
        post_key=post,
        org_unit_id=(at or org_unit(db)).id,
        **{"valid_from": START, "recorded_at": KNOWN, **values},
    )
    db.add(row)
    db.flush()
    return row


def listed(db: Session) -> None:
    """Put everybody in the list of people, as the services do when they change somebody."""
    db.flush()
    refresh_listing(db, db.scalars(select(Person.id)).all())


def planned(
    db: Session, who: Person | None = None, *, at: OrgUnit | None = None, **values: Any
) -> PlannedPost:
    """Return somebody planned for the chair of a commune's union from the day of the reform on."""
    row = PlannedPost(
        person_id=(who or person(db)).id,
        org_unit_id=(at or org_unit(db)).id,
        **{
            "post_key": "commune_union_chair",
            "valid_from": START,
            "recorded_at": KNOWN,
            **values,
        },
    )
    db.add(row)
    db.flush()
    return row


def exclusion(db: Session, at: OrgUnit, **values: Any) -> UnitExclusion:
    """Return a unit left out of evaluation from the day of the reform on."""
    told = {"valid_from": START, "recorded_at": KNOWN, **values}
    row = UnitExclusion(org_unit_id=at.id, reason=ExclusionReason.JOINT_ADVISORY_BODY, **told)
    db.add(row)
    db.flush()
    return row


def qualification(
    db: Session, who: Person, level: Attainment = Attainment.UNIVERSITY
) -> Qualification:
    row = Qualification(person_id=who.id, field=field_of(level), level=level, recorded_at=KNOWN)
    db.add(row)
    db.flush()
    return row
