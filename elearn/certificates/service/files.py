"""Keeping the file of a certificate: one of a kind, whoever drew it and however often."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import storage
from elearn.certificates.models import Certificate, CertificateFile
from elearn.certificates.rules import FileKind
from elearn.certificates.service.writing import RENDER
from elearn.db import insert_missing
from elearn.storage import Kept

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
