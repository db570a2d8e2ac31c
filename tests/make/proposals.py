"""A commune that proposes, a province that decides, and proposals for tests."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn.access import Actor, Grant, Role
from elearn.people import (
    CorrectedField,
    CorrectionRequest,
    OrgUnit,
    Person,
    ProposalKind,
    TenureProposal,
    UnitKind,
)
from tests.make import people
from tests.make.areas import area, path

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
TODAY = date(2026, 11, 21)
SINCE = date(2025, 7, 1)


def commune(db: Session, who: Person | None = None, place: str = "Xã Hưng Hà") -> Actor:
    """Return the chair of a commune, whose changes are proposals."""
    grant = Grant(Role.ADMINISTRATOR, path(db, place), SINCE, proposes=True)
    return Actor(who.id if who else None, (grant,))


def province(db: Session, place: str = "Tỉnh Hưng Yên", role: Role = Role.ADMINISTRATOR) -> Actor:
    return Actor(None, (Grant(role, path(db, place), SINCE),))


def branch(db: Session, name: str = "Chi hội thôn Đông", *, at: str = "Xã Hưng Hà") -> OrgUnit:
    return people.org_unit(db, name, at=area(db, at), kind=UnitKind.BRANCH)


def proposal(
    db: Session, who: Person | None = None, *, unit: OrgUnit | None = None, **values: Any
) -> TenureProposal:
    """Return a proposal that somebody new takes up a post, or this person if one is given."""
    at = unit or branch(db)
    told = {"person_id": who.id} if who else {"new_name": "Hà Thị Ấm", "new_birth_year": 1979}
    values = values if "area_id" in values else {"area_id": area(db).id, **values}
    row = TenureProposal(
        **{
            "kind": ProposalKind.BEGIN,
            "post_key": "branch_head",
            "org_unit_id": at.id,
            "day": date(2026, 11, 1),
            "about": f"{who.id if who else 'new'}:{at.id}",
            "proposed_at": NOW,
            **told,
            **values,
        }
    )
    db.add(row)
    db.flush()
    return row


def correction(db: Session, about: Person, **values: Any) -> CorrectionRequest:
    row = CorrectionRequest(
        **{
            "person_id": about.id,
            "field": CorrectedField.PHONE,
            "wanted": "0912345678",
            "asked_by_id": about.id,
            "asked_at": NOW,
            **values,
        }
    )
    db.add(row)
    db.flush()
    return row
