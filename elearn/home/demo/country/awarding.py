"""Certificates for some of what was completed in classes: issued, and so printed, as any are."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, certificates, classes
from elearn.access import OPERATOR

_ISSUER, _SIGNER = "HVPN", "Người ký minh họa"
_DECIDED_AFTER = timedelta(days=20)
_SPREAD = 7_919  # A prime: classes of all years and provinces take turns.


def award(db: Session, most: int, *, public_url: str) -> int:
    """Issue certificates to whole classes until there are so many; return how many there are."""
    issued = 0
    for one in _closed(db):
        if issued >= most:
            break
        issued += _issue(db, one, public_url)
    return issued


def _closed(db: Session) -> Sequence[classes.TrainingClass]:
    """Return the closed classes by which people are certified, those of all years mixed."""
    held, programme = classes.TrainingClass, catalogue.ProgrammeVersion
    found = (
        select(held)
        .join(held.programme_version)
        .where(held.state == classes.ClassState.CLOSED)
        .where(programme.certificate == catalogue.CertificateKind.CERTIFICATE)
        .order_by(held.id * _SPREAD % 1_009, held.id)
    )
    return db.scalars(found.limit(200)).all()


def _issue(db: Session, held: classes.TrainingClass, public_url: str) -> int:
    day = held.ends_on + _DECIDED_AFTER
    turn = classes.Participation
    order = certificates.Order(
        class_id=held.id,
        issuer=_ISSUER,
        decision=certificates.NewDecision(f"{held.id}/QĐ-HVPN (minh họa)", day),
        signer=certificates.Signer(_SIGNER),
        participation_ids=frozenset(
            db.scalars(select(turn.id).where(turn.training_class_id == held.id))
        ),
        public_url=public_url,
    )
    moment = datetime.combine(day, time(3), tzinfo=UTC)
    return len(certificates.issue(db, OPERATOR, order, now=moment))
