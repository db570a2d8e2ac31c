"""What a holder is told: that a certificate was issued to her, and that one holds no more."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn.certificates.models import Certificate, CertificateState
from elearn.certificates.rules import State
from elearn.notices import Kind, tell

_WHERE = "/certificates/mine"


def tell_issued(db: Session, certificate: Certificate, *, now: datetime) -> None:
    """Tell the holder that her certificate is there."""
    tell(
        db,
        [certificate.person_id],
        Kind.CERTIFICATE_ISSUED,
        key=f"certificate:{certificate.id}:issued",
        now=now,
        link=_WHERE,
        number=certificate.shown_number,
        title=certificate.programme_title,
    )


def tell_ended(db: Session, certificate: Certificate, state: CertificateState) -> None:
    """Tell the holder that a certificate of hers was revoked or replaced, and why."""
    is_revoked = state.state is State.REVOKED
    tell(
        db,
        [certificate.person_id],
        Kind.CERTIFICATE_REVOKED if is_revoked else Kind.CERTIFICATE_REPLACED,
        key=f"certificate:{certificate.id}:{state.state}",
        now=state.at,
        link=_WHERE,
        number=certificate.shown_number,
        day=state.since,
        reason=state.reason,
    )
