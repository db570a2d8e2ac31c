"""Writing certificates: facts frozen, numbered, valid from now, and put in the queue to print."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import jobs
from elearn.certificates.models import Certificate, CertificateState, Decision, Issuer
from elearn.certificates.rules import Facts, State
from elearn.certificates.service.numbering import Taken
from elearn.certificates.service.telling import tell_issued
from elearn.certificates.service.trying import refuse_unprintable
from elearn.classes import Participation
from elearn.db import changed
from elearn.text import fold

RENDER = "certificates.render"
RENDER_PRIORITY = 30  # Somebody waits for the paper; a film may take an hour.


def certificate_of(
    facts: Facts, number: int, taken: Taken, participation: Participation, edition: int
) -> Certificate:
    """Return the row of a certificate, every printed word in it; nothing is written yet."""
    printed = asdict(facts)
    return Certificate(
        register_id=taken.register_id,
        number=number,
        year=taken.year,
        shown_number=printed.pop("number"),
        token=facts.address.rpartition("/")[2],
        person_id=participation.person_id,
        participation_id=participation.id,
        edition=edition,
        name_folded=fold(facts.full_name),
        **printed,
    )


def write(
    db: Session,
    certificates: Iterable[Certificate],
    issuer: Issuer,
    decision: Decision,
    *,
    now: datetime,
) -> list[Certificate]:
    """Write certificates as issued by a decision: valid, told to who follows, to be printed.

    :raise InvalidInput: if one of them could not be printed.
    """
    written = list(certificates)
    refuse_unprintable((one.facts for one in written), at=now)
    for one in written:
        one.issuer_id, one.decision_id, one.issued_at = issuer.id, decision.id, now
    db.add_all(written)
    db.flush()
    for one in written:
        db.add(_valid(one, now))
        changed(db, "certificate", one.id, now=now)
        to_be_printed(db, one, now=now)
        tell_issued(db, one, now=now)
    db.flush()
    return written


def to_be_printed(db: Session, certificate: Certificate, *, now: datetime) -> None:
    """Put a certificate in the queue of what is printed."""
    payload, key = {"certificate": certificate.id}, certificate.job_key
    jobs.enqueue(db, RENDER, payload, key=key, priority=RENDER_PRIORITY, now=now)


def _valid(certificate: Certificate, now: datetime) -> CertificateState:
    return CertificateState(
        certificate_id=certificate.id,
        number=1,
        state=State.VALID,
        since=certificate.issued_on,
        decision_id=certificate.decision_id,
        reason="",
        at=now,
    )
