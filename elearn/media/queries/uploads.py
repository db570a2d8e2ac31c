"""Uploads: one by its address, those of a person, the room they take, what is to be cleared."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload

from elearn import jobs
from elearn.errors import NotFound
from elearn.media.models import (
    ENDED,
    HELD,
    WAITING,
    FileUpload,
    MediumVersion,
    UploadPiece,
    UploadState,
)
from elearn.media.rules.uploading import Expired, Use
from elearn.storage import StoredFile
from elearn.text import msg

MOST_SHOWN = 100  # Of one person, on one page; nobody sends so many at once.
_IN_SIGHT = (*HELD, UploadState.TAKEN)
_GONE = msg("Tệp này đã được bỏ hoặc để quá hạn. Chọn lại tệp để gửi từ đầu.")


def upload_of(db: Session, person_id: int | None, token: str, *, now: datetime) -> FileUpload:
    """Return a person's own upload by the end of its address.

    :raise NotFound: if there is none, or it is somebody else's.
    :raise Expired: if it was taken back, or its time has run out.
    """
    found = db.scalar(select(FileUpload).where(FileUpload.token == token))
    if found is None or person_id is None or found.person_id != person_id:
        raise NotFound(msg("Không có tệp nào đang gửi ở địa chỉ này."))
    has_run_out = found.is_open and found.expires_at <= now
    if has_run_out or found.state in (UploadState.REMOVED, UploadState.EXPIRED):
        raise Expired(_GONE)
    return found


def upload_by_id(db: Session, upload_id: int) -> FileUpload:
    """Return the upload of a job."""
    return db.get_one(FileUpload, upload_id)


def uploads_of(db: Session, person_id: int, *, now: datetime) -> Sequence[FileUpload]:
    """Return what a person is sending, and what has become of it; the last begun comes first."""
    return db.scalars(
        select(FileUpload)
        .where(
            FileUpload.person_id == person_id,
            FileUpload.state.in_(_IN_SIGHT),
            FileUpload.expires_at > now,
        )
        .options(joinedload(FileUpload.version))
        .order_by(FileUpload.id.desc())
        .limit(MOST_SHOWN)
    ).all()


def is_stuck(db: Session, upload: FileUpload) -> bool:
    """Return whether an upload is whole, and nobody will look at it unless it is asked for."""
    return upload.id in stuck_among(db, [upload])


def stuck_among(db: Session, uploads: Sequence[FileUpload]) -> set[int]:
    """Return those whose jobs have failed for good or were cancelled; one query."""
    whole = [one for one in uploads if one.state is UploadState.WHOLE]
    found = jobs.jobs_by_key(db, [one.job_key for one in whole])
    live = {key for key, job in found.items() if not job.is_over}
    return {one.id for one in whole if one.job_key not in live}


def use_of(db: Session, person_id: int) -> Use:
    """Return how many bytes the sources of films and the uploads take: hers, and everybody's.

    A file that is replaced stays, and counts.
    """
    sources = select(func.coalesce(func.sum(StoredFile.size), 0))
    sources = sources.join(MediumVersion, MediumVersion.source_id == StoredFile.id)
    held = select(func.coalesce(func.sum(FileUpload.length), 0))
    held = held.where(FileUpload.state.in_(HELD))
    hers = (
        sources.where(MediumVersion.uploaded_by_id == person_id),
        held.where(FileUpload.person_id == person_id),
    )
    return Use(
        person=sum(int(db.scalar(one) or 0) for one in hers),
        all=sum(int(db.scalar(one) or 0) for one in (sources, held)),
    )


def pieces_of(db: Session, upload_id: int) -> Sequence[UploadPiece]:
    """Return the pieces of an upload that lie as objects of their own, in their order."""
    own = select(UploadPiece).where(UploadPiece.upload_id == upload_id)
    return db.scalars(own.order_by(UploadPiece.start)).all()


def uploads_to_clear(db: Session, *, most: int) -> Sequence[FileUpload]:
    """Return uploads that have ended and whose bytes still lie with us, the oldest first."""
    left = select(FileUpload).where(FileUpload.state.in_(ENDED), FileUpload.cleared_at.is_(None))
    return db.scalars(left.order_by(FileUpload.id).limit(most)).all()


def is_any_due(db: Session, *, now: datetime, ended_before: datetime) -> bool:
    """Return whether an upload has run out, or one that ended long ago is still remembered."""
    has_run_out = FileUpload.state.in_(WAITING) & (FileUpload.expires_at <= now)
    due = select(FileUpload.id).where(or_(has_run_out, FileUpload.cleared_at < ended_before))
    return db.scalar(due.limit(1)) is not None
