"""The file of a certificate: one of a kind, whoever drew it and however often; printed again."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, storage
from elearn.access import Actor
from elearn.certificates import queries
from elearn.certificates.models import Certificate, CertificateFile
from elearn.certificates.rules import FileKind
from elearn.certificates.service.ending import refuse_onlookers
from elearn.certificates.service.writing import RENDER, to_be_printed
from elearn.db import insert_missing
from elearn.errors import Conflict
from elearn.storage import Kept
from elearn.text import msg

__all__ = ["RENDER", "keep_file"]
PDF = "application/pdf"


def keep_file(
    db: Session, certificate: Certificate, kind: FileKind, kept: Kept, *, now: datetime
) -> None:
    """Say which file of the store shows a certificate; the first of a kind stays for ever."""
    file = storage.record(db, kept, media_type=PDF, now=now)
    insert_missing(
        db,
        CertificateFile,
        certificate_id=certificate.id,
        kind=kind,
        file_id=file.id,
        kept_at=now,
    )


def print_again(db: Session, actor: Actor, certificate: Certificate, *, now: datetime) -> None:
    """Put a certificate whose printing failed in the queue once more.

    :raise Forbidden: if the actor does not answer for its class.
    :raise Conflict: if it is printed, or about to be.
    """
    refuse_onlookers(db, actor, certificate)
    if not queries.record_of(db, certificate).is_stuck:
        raise Conflict(msg("Giấy này đã in xong hoặc đang được in. Mở lại trang để xem."))
    to_be_printed(db, certificate, now=now)
    audit.record(db, actor, "print_again", "certificate", certificate.id, now=now)
