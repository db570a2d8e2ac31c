"""Who holds a certificate on a day: what coverage counts as certified."""

from datetime import date

from sqlalchemy import Select, select

from elearn.catalogue import CertificateKind
from elearn.certificates.models import Certificate, CertificateState
from elearn.certificates.rules import State


def holders_on(day: date) -> Select[int, int]:
    """Return, to be asked within a query, who holds a valid chứng chỉ on the day.

    The columns are `person_id`, the entry it was issued to, and `participation_id`, the turn it
    rests on; a person may have several. A giấy chứng nhận does not certify. What was revoked or
    replaced counts until the day before.
    """
    ended = (
        select(CertificateState.id)
        .where(CertificateState.certificate_id == Certificate.id)
        .where(CertificateState.state != State.VALID, CertificateState.since <= day)
        .exists()
    )
    return select(Certificate.person_id, Certificate.participation_id).where(
        Certificate.kind == CertificateKind.CERTIFICATE, Certificate.issued_on <= day, ~ended
    )
