"""Uploads that end: named, taken as a version, refused for a reason, taken back."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.errors import Conflict
from elearn.media.models import FileUpload, MediumVersion, UploadState
from elearn.media.queries.uploads import is_stuck, upload_of
from elearn.media.reasons import kept
from elearn.media.rules.uploading import title_of
from elearn.media.service.uploading.queueing import hand_over
from elearn.text import Message, fold, msg


def rename_upload(
    db: Session, actor: Actor, token: str, title: str, *, now: datetime
) -> FileUpload:
    """Keep the name that is being typed; a film that was made of it meanwhile is named so, too.

    :raise NotFound: if there is no such upload of this person.
    """
    upload = _locked(db, upload_of(db, actor.person_id, token, now=now))
    if upload.medium_id is not None:
        return upload  # It is the file of a film that has its name.
    upload.title = title_of(title, upload.file_name)
    if upload.version is not None:
        medium = upload.version.medium
        medium.title, medium.title_folded = upload.title, fold(upload.title)
    db.flush()
    return upload


def remove_upload(db: Session, actor: Actor, token: str, *, now: datetime) -> None:
    """Take an upload back; whoever is sending bytes of it finds that out at the next piece.

    :raise NotFound: if there is no such upload of this person.
    :raise Conflict: if it is a film by now, or about to be one.
    """
    upload = _locked(db, upload_of(db, actor.person_id, token, now=now))
    is_on_its_way = upload.state is UploadState.WHOLE and not is_stuck(db, upload)
    if is_on_its_way or upload.state is UploadState.TAKEN:
        raise Conflict(msg("Tệp đã gửi xong nên không bỏ được nữa. Xem ở trang Tệp video."))
    upload.state, upload.reason, upload.changed_at = UploadState.REMOVED, None, now
    upload.writer = upload.writer_until = None
    db.flush()


def retry_upload(db: Session, actor: Actor, token: str, *, now: datetime) -> FileUpload:
    """Have an upload looked at once more that nobody would look at any more.

    :raise NotFound: if there is no such upload of this person.
    :raise Conflict: if somebody will, or has.
    """
    upload = _locked(db, upload_of(db, actor.person_id, token, now=now))
    if not is_stuck(db, upload):
        raise Conflict(msg("Máy chủ đang kiểm tra tệp này, hoặc đã kiểm tra xong."))
    hand_over(db, upload, now=now)
    return upload


def take_upload(db: Session, upload: FileUpload, version: MediumVersion, *, now: datetime) -> None:
    """Say which version became of an upload."""
    upload.state, upload.reason, upload.version_id = UploadState.TAKEN, None, version.id
    upload.changed_at = now
    db.flush()


def refuse_upload(
    db: Session, upload: FileUpload, reason: Message, *, keeps: timedelta, now: datetime
) -> None:
    """Say why an upload is no film; the file stays until it runs out."""
    upload.state, upload.reason = UploadState.REFUSED, kept(reason)
    upload.changed_at, upload.expires_at = now, now + keeps
    db.flush()


def _locked(db: Session, upload: FileUpload) -> FileUpload:
    own = select(FileUpload).where(FileUpload.id == upload.id)
    return db.scalars(own.with_for_update().execution_options(populate_existing=True)).one()
