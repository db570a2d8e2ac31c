"""Changes to media: files taken in, renewed, tried again; versions published or refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, jobs, storage
from elearn.access import OPERATOR, Actor
from elearn.db import changed
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.media import captions, ffmpeg
from elearn.media.ffmpeg import Encoded
from elearn.media.models import Caption, Medium, MediumVersion, Rendition, VersionState, is_stuck
from elearn.media.reasons import kept
from elearn.media.rules import LANGUAGE_NAMES, may_change, may_see
from elearn.storage import Kept, Store
from elearn.text import Message, msg, nfc

TRANSCODE = "media.transcode"
MEDIA_TYPE = "application/octet-stream"  # Whatever a source is, it is never shown to a browser.
_LONGEST_TITLE = 300
_ONLY_MAKERS = msg("Chỉ giảng viên và người quản trị tải video lên được.")
_ONLY_OWNER = msg("Video này của người khác. Người đã tải lên hoặc quản trị trung ương sửa được.")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a file handed in: its titles, on whose behalf it comes, how urgent it is."""

    title: str
    file_name: str = ""
    actor: Actor = OPERATOR
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was looked at and lies in the store, and what is known of it."""

    file: Kept
    about: About


def receive(store: Store, path: Path, about: About) -> Upload:
    """Look at a file and keep it. This takes long, so it is done before a transaction begins.

    :raise InvalidInput: if the title is missing.
    :raise Unusable: if the file is no film or sound recording that we take.
    """
    title = nfc(about.title)
    if not title or len(title) > _LONGEST_TITLE:
        raise InvalidInput(
            title=msg("Gõ tên của video, dài nhất %(most)s chữ.", most=_LONGEST_TITLE)
        )
    ffmpeg.probe(path)
    name = (nfc(about.file_name) or path.name)[-255:]
    return Upload(store.keep(path), replace(about, title=title, file_name=name))


def add(db: Session, upload: Upload, *, now: datetime) -> MediumVersion:
    """Make a new medium of an upload and have it transcoded; return its first version.

    :raise Forbidden: if the actor makes no media.
    """
    if not may_see(upload.about.actor):
        raise Forbidden(_ONLY_MAKERS)
    medium = Medium(
        title=upload.about.title, created_by_id=upload.about.actor.person_id, created_at=now
    )
    db.add(medium)
    db.flush()
    return _next_version(db, medium, upload, now=now)


def renew(db: Session, medium: Medium, upload: Upload, *, now: datetime) -> MediumVersion:
    """Add an upload as the next version; the one before is played until this one is ready.

    The same file again gives the version that is there already.

    :raise Forbidden: if the actor may not change this medium.
    """
    refuse_strangers(upload.about.actor, medium)
    last = db.scalar(
        select(MediumVersion)
        .where(MediumVersion.medium_id == medium.id)
        .order_by(MediumVersion.number.desc())
        .limit(1)
    )
    if last is not None and last.source.sha256 == upload.file.sha256:
        return last
    return _next_version(db, medium, upload, now=now)


def _next_version(db: Session, medium: Medium, upload: Upload, *, now: datetime) -> MediumVersion:
    highest = select(func.max(MediumVersion.number)).where(MediumVersion.medium_id == medium.id)
    version = MediumVersion(
        medium_id=medium.id,
        number=(db.scalar(highest) or 0) + 1,
        source=storage.record(db, upload.file, media_type=MEDIA_TYPE, now=now),
        file_name=upload.about.file_name,
        uploaded_by_id=upload.about.actor.person_id,
        uploaded_at=now,
    )
    db.add(version)
    db.flush()
    _audit(db, upload.about.actor, "media.version_added", version, now=now)
    _enqueue(db, version, priority=upload.about.priority, now=now)
    return version


def refuse_strangers(actor: Actor, medium: Medium) -> None:
    """Let only those go on who may change this medium.

    :raise Forbidden: to everybody else.
    """
    if not may_change(actor, medium.created_by_id):
        raise Forbidden(_ONLY_OWNER)


def _audit(
    db: Session, actor: Actor, action: str, version: MediumVersion, *, now: datetime
) -> None:
    audit.record(db, actor, action, "medium_version", version.id, now=now)


def _enqueue(db: Session, version: MediumVersion, *, now: datetime, priority: int = 0) -> None:
    payload = {"version": version.id}
    jobs.enqueue(db, TRANSCODE, payload, key=version.job_key, priority=priority, now=now)


def retry(db: Session, actor: Actor, version: MediumVersion, *, now: datetime) -> None:
    """Have a version that failed transcoded once more, from the source that was kept.

    :raise Forbidden: if the actor may not change this medium.
    :raise Conflict: if it has not failed.
    """
    refuse_strangers(actor, version.medium)
    if not is_stuck(version, jobs.job_by_key(db, version.job_key)):
        raise Conflict(msg("Video này không ở trạng thái lỗi nữa. Mở lại trang để xem."))
    version.state, version.reason = VersionState.WAITING, None
    db.flush()
    _audit(db, actor, "media.retried", version, now=now)
    _enqueue(db, version, now=now)


def begin(db: Session, version: MediumVersion) -> None:
    """Say that a version is at work."""
    version.state, version.reason = VersionState.AT_WORK, None
    db.flush()


def fail(db: Session, version: MediumVersion, reason: Message) -> None:
    """Say why a version cannot be watched; its source stays."""
    version.state, version.reason = VersionState.FAILED, kept(reason)
    db.flush()


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a version: kept files, what they play, and what people should know."""

    duration_ms: int
    renditions: Sequence[tuple[Encoded, Kept]]
    poster: Kept | None
    remark: Message | None


def publish(db: Session, version: MediumVersion, made: Made, *, now: datetime) -> None:
    """Make a version ready with all its weights at once; one that is ready is left alone."""
    if version.state is VersionState.READY:
        return
    for encoded, file in made.renditions:
        db.add(_rendition(db, version, encoded, file, now=now))
    if made.poster:
        version.poster = storage.record(db, made.poster, media_type="image/webp", now=now)
    version.remark = kept(made.remark) if made.remark else None
    version.state, version.reason = VersionState.READY, None
    version.duration_ms, version.ready_at = made.duration_ms, now
    changed(db, "medium", version.medium_id, now=now)
    db.flush()


def _rendition(
    db: Session, version: MediumVersion, encoded: Encoded, file: Kept, *, now: datetime
) -> Rendition:
    peak, average = encoded.bandwidths
    return Rendition(
        version_id=version.id,
        name=encoded.name,
        width=encoded.width,
        height=encoded.height,
        size_bytes=file.size,
        bandwidth=peak,
        average_bandwidth=average,
        codecs=encoded.codecs,
        playlist=encoded.playlist,
        file=storage.record(db, file, media_type=encoded.media_type, now=now),
    )


def add_captions(
    db: Session, version: MediumVersion, *, language: str, text: str, now: datetime
) -> Caption:
    """Give a version captions in a language, in place of those it had.

    :raise InvalidInput: if the text is neither WebVTT nor SRT, or the language is not known.
    """
    if language not in LANGUAGE_NAMES:
        raise InvalidInput(language=msg("Chọn một ngôn ngữ trong danh sách."))
    mine = select(Caption).where(Caption.version_id == version.id, Caption.language == language)
    caption = db.scalar(mine) or Caption(version_id=version.id, language=language)
    caption.text = captions.plain_webvtt(text)
    caption.changed_at = now
    db.add(caption)
    changed(db, "medium", version.medium_id, now=now)
    db.flush()
    return caption
