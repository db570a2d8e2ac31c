"""How far a version is: at work, failed for a reason, tried again."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, jobs
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.media.models import MediumVersion, VersionState, is_stuck
from elearn.media.reasons import kept
from elearn.media.service import queueing
from elearn.media.service.permission import refuse_strangers
from elearn.media.service.telling import tell_failed
from elearn.text import Message, msg


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
    audit.record(db, actor, "media.retried", "medium_version", version.id, now=now)
    queueing.enqueue(db, version, now=now)


def begin(db: Session, version: MediumVersion) -> None:
    """Say that a version is at work."""
    version.state, version.reason = VersionState.AT_WORK, None
    db.flush()


def fail(db: Session, version: MediumVersion, reason: Message, *, now: datetime) -> None:
    """Say why a version cannot be watched, and tell whoever uploaded it; its source stays."""
    version.state, version.reason = VersionState.FAILED, kept(reason)
    db.flush()
    tell_failed(db, version, reason, now=now)
