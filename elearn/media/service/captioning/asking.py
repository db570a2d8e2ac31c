"""A machine asked to hear a version and to write captions down."""

from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, jobs
from elearn.access import Actor
from elearn.errors import Conflict
from elearn.media.models import CaptionOrigin, MediumVersion, VersionState
from elearn.media.service.captioning.writing import standing
from elearn.media.service.permission import refuse_strangers
from elearn.text import msg

HEAR = "media.hear"
_PRIORITY = 3  # After films: without captions one can learn, without the film not.


def hear_key(version_id: int, language: str) -> str:
    """Return the key of the job that hears a version in a language."""
    return f"{HEAR} {version_id} {language}"


def ask_machine(
    db: Session, actor: Actor, version: MediumVersion, language: str, *, now: datetime
) -> None:
    """Have a machine write captions in a language where no person has written any.

    :raise Forbidden: if the actor may not change this medium.
    :raise Conflict: if it cannot be played yet, or a person has written captions.
    """
    refuse_strangers(actor, version.medium)
    before = standing(db, version, language)
    if version.state is not VersionState.READY:
        raise Conflict(msg("Video chưa sẵn sàng nên máy chưa nghe được. Chờ xong rồi bấm lại."))
    if before is not None and before.origin is CaptionOrigin.PERSON:
        raise Conflict(msg("Đã có phụ đề do người gõ. Máy không ghi đè lên phụ đề đó."))
    payload = {"version": version.id, "language": language}
    key = hear_key(version.id, language)
    jobs.enqueue(db, HEAR, payload, key=key, priority=_PRIORITY, now=now)
    audit.record(db, actor, "media.captions_asked", "medium_version", version.id, now=now)
