"""Links for reviewers: made, taken back, and noted when somebody opens one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.media.models import MediumVersion, Preview, VersionState
from elearn.media.rules.previews import LASTING, is_worth_noting
from elearn.media.service.permission import refuse_strangers
from elearn.text import msg, nfc


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom a link is for, and for how many days."""

    note: str
    days: int


def make_preview(
    db: Session, actor: Actor, version: MediumVersion, asked: Invitation, *, now: datetime
) -> Preview:
    """Make a link by which somebody without an account looks at a version.

    :raise Forbidden: if the actor may not change this medium.
    :raise Conflict: if the version cannot be played.
    :raise InvalidInput: if it shall last for days that are not offered.
    """
    refuse_strangers(actor, version.medium)
    if actor.person_id is None:
        raise Forbidden(msg("Đăng nhập để tạo đường dẫn xem trước."))
    if version.state is not VersionState.READY:
        raise Conflict(msg("Video chưa sẵn sàng. Khi sẵn sàng sẽ tạo được đường dẫn."))
    if asked.days not in LASTING:
        raise InvalidInput(days=msg("Chọn một thời hạn trong danh sách."))
    made = Preview(
        version_id=version.id,
        note=nfc(asked.note).strip(),
        created_by_id=actor.person_id,
        created_at=now,
        expires_at=now + timedelta(days=asked.days),
    )
    db.add(made)
    db.flush()
    audit.record(db, actor, "media.preview_made", "medium_version", version.id, now=now)
    return made


def take_back(db: Session, actor: Actor, preview: Preview, *, now: datetime) -> None:
    """Have a link hold no longer; nothing happens if it was taken back before.

    :raise Forbidden: if the actor may not change this medium.
    """
    refuse_strangers(actor, preview.version.medium)
    if preview.taken_back_at is not None or actor.person_id is None:
        return
    preview.taken_back_at, preview.taken_back_by_id = now, actor.person_id
    db.flush()
    audit.record(
        db, actor, "media.preview_taken_back", "medium_version", preview.version_id, now=now
    )


def note_opened(db: Session, actor: Actor, preview_id: int, *, now: datetime) -> None:
    """Note that somebody has opened a link, once an hour; of what she watched nothing is kept."""
    preview = db.get(Preview, preview_id, with_for_update=True)
    if preview is None or not is_worth_noting(preview.opened_at, now):
        return
    preview.opened_at = now.replace(minute=0, second=0, microsecond=0)
    audit.record(db, actor, "media.preview_opened", "medium_version", preview.version_id, now=now)
