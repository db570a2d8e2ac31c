"""Makers of certificates: a closed class with people who completed it, and what they were given."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import certificates, classes
from elearn.access import OPERATOR, Actor
from elearn.catalogue import CertificateKind
from elearn.db import UNKNOWN_START
from elearn.learning import CompletionRule
from elearn.people import Person
from tests.make import areas, catalogue, learning, people
from tests.make import classes as make_classes

CLOSED = datetime(2026, 11, 16, 3, tzinfo=UTC)
DECIDED = date(2026, 11, 18)
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
ISSUED = NOW.date()
PUBLIC = "http://localhost:8000"
_numbers = count(1)


def closed_class(
    db: Session,
    *who: Person,
    kind: CertificateKind = CertificateKind.CERTIFICATE,
    **values: Any,
) -> classes.TrainingClass:
    """Make a class that was closed with these people having completed it, or else with two."""
    certificates.load_issuers(db)
    rule = completion_rule(db)
    version = catalogue.programme(db, f"CT-{next(_numbers)}", certificate=kind)
    held = classes.TrainingClass(
        **{
            "code": f"LOP-{version.code}",
            "name": "Lớp chi hội trưởng xã Hưng Hà",
            "programme_version_id": version.id,
            "completion_rule_id": rule.id,
            "area_id": values.get("area_id") or areas.area(db, "Tỉnh Hưng Yên").id,
            "organiser": "Hội LHPN tỉnh Hưng Yên",
            "starts_on": date(2026, 9, 7),
            "ends_on": date(2026, 12, 15),
            "state": classes.ClassState.CLOSED,
            "state_at": CLOSED,
            **values,
        }
    )
    db.add(held)
    db.flush()
    for person in who or (people.person(db), people.person(db, "Bùi Thị Thoa")):
        completed(db, held, person)
    return held


def completion_rule(db: Session) -> CompletionRule:
    """Return the one rule for all programmes; what it asks for was decided when a class closed."""
    made = db.scalar(select(CompletionRule).where(CompletionRule.programme_id.is_(None)))
    if made is None:
        made = CompletionRule(number=1, valid_from=UNKNOWN_START)
        db.add(made)
        db.flush()
    return made


def completed(db: Session, held: classes.TrainingClass, person: Person) -> classes.Participation:
    """Make the participation of a person who completed a class on the day it was closed."""
    done = learning.completion(db, person, held.programme_version_id, at=CLOSED)
    return make_classes.participation(
        db,
        held,
        person,
        outcome=classes.Result.COMPLETED,
        completed_on=CLOSED.date(),
        completion_id=done.id,
    )


def order(
    db: Session,
    held: classes.TrainingClass,
    participation_ids: Collection[int] | None = None,
    **changes: Any,
) -> certificates.Order:
    """Make what is asked for: everybody of the class, by decision 512 of the academy."""
    found = db.scalars(
        select(classes.Participation.id).where(classes.Participation.training_class_id == held.id)
    )
    facts: dict[str, Any] = {
        "class_id": held.id,
        "issuer": "HVPN",
        "decision": certificates.NewDecision("512/QĐ-HVPN", DECIDED),
        "signer": certificates.Signer("PGS. TS. Trần Thị Minh Hạnh"),
        "participation_ids": frozenset(found if participation_ids is None else participation_ids),
        "public_url": PUBLIC,
    }
    return certificates.Order(**{**facts, **changes})


def issued(
    db: Session,
    held: classes.TrainingClass | None = None,
    *,
    actor: Actor = OPERATOR,
    now: datetime = NOW,
    **changes: Any,
) -> list[certificates.Certificate]:
    """Issue certificates to everybody of a class, of a new one unless one is given."""
    asked = order(db, held or closed_class(db), **changes)
    return certificates.issue(db, actor, asked, now=now)


def certificate(
    db: Session, who: Person | None = None, *, now: datetime = NOW, **values: Any
) -> certificates.Certificate:
    """Issue one certificate to one person, of a class of her own."""
    [made] = issued(db, closed_class(db, who or people.person(db), **values), now=now)
    return made


def revoked(
    db: Session, certificate: certificates.Certificate, *, on: date = ISSUED
) -> certificates.CertificateState:
    """Revoke a certificate by decision 31."""
    why = certificates.Revocation(
        certificates.NewDecision("31/QĐ-HVPN", on), "Cấp cho người không dự lớp."
    )
    at = datetime(on.year, on.month, on.day, 5, tzinfo=UTC)
    return certificates.revoke(db, OPERATOR, certificate, why, now=at)
