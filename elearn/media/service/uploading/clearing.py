"""Uploads whose time has run out, and what is left of those that have ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from elearn.media.models import ENDED, WAITING, FileUpload, UploadPiece, UploadState


def expire(db: Session, *, now: datetime) -> None:
    """End the uploads that nobody has gone on with in time."""
    silent = or_(FileUpload.writer.is_(None), FileUpload.writer_until < now)
    late = update(FileUpload).where(
        FileUpload.state.in_(WAITING),
        FileUpload.expires_at <= now,
        silent,
    )
    values = {"state": UploadState.EXPIRED, "reason": None, "writer": None, "writer_until": None}
    db.execute(late.values(values))


def forget_pieces(db: Session, uploads: Sequence[int], *, now: datetime) -> None:
    """Note that the bytes of uploads that had ended are gone."""
    db.execute(delete(UploadPiece).where(UploadPiece.upload_id.in_(uploads)))
    gone = update(FileUpload).where(FileUpload.id.in_(uploads), FileUpload.state.in_(ENDED))
    db.execute(gone.values(cleared_at=now))


def forget_uploads(db: Session, *, before: datetime) -> None:
    """Remove the rows of what ended long ago: a film tells of itself, the rest is of no use."""
    old = select(FileUpload.id).where(FileUpload.cleared_at < before)
    db.execute(delete(FileUpload).where(FileUpload.id.in_(old)))
