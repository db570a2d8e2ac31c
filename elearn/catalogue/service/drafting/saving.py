"""Saving a draft again and again without one window undoing another's words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.queries.drafts import Desk
from elearn.catalogue.rules import may_publish
from elearn.catalogue.rules.draft import DraftContent, Saved, content_from, follows, too_much
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.text import msg

_OTHER_WINDOW = msg(
    "Chuyên đề này vừa được lưu ở nơi khác. Chữ ở cả hai nơi vẫn còn; chọn giữ bên nào."
)
_GONE = msg(
    "Bản nháp này đã được xuất bản hoặc đã bỏ ở nơi khác. Chữ đang gõ vẫn còn;"
    " giữ lại thì thành bản nháp mới."
)


@dataclass(frozen=True, slots=True)
class Writing:
    """What a window sends: the content, the revision it has seen, and which window it is."""

    content: DraftContent
    seen: int
    writer: str = ""


def begin(db: Session, actor: Actor, *, now: datetime) -> ModuleDraft:
    """Begin a module that nobody has written yet.

    :raise Forbidden: if the actor writes no modules.
    """
    return _begun(db, actor, Desk(None, None, None), Writing(DraftContent(), 0), now)


def save(db: Session, actor: Actor, desk: Desk, writing: Writing, *, now: datetime) -> ModuleDraft:
    """Keep what was written; the same again changes nothing, whoever sends it.

    :raise Conflict: if another window has saved other words meanwhile.
    :raise InvalidInput: if it is more than a draft holds.
    """
    if wrong := too_much(writing.content):
        raise InvalidInput(**wrong)
    draft = desk.draft
    if draft is None:
        if writing.seen:
            raise Conflict(_GONE)
        return _begun(db, actor, desk, writing, now)
    if content_from(draft.content) != writing.content:
        _go_on(draft, actor, writing, now)
        db.flush()
        db.expire(draft, ["saved_by"])
    return draft


def _begun(db: Session, actor: Actor, desk: Desk, writing: Writing, now: datetime) -> ModuleDraft:
    if not may_publish(actor) or actor.person_id is None:
        raise Forbidden(msg("Giảng viên và quản trị trung ương soạn bài giảng, chuyên đề."))
    draft = ModuleDraft(
        module_id=desk.module.id if desk.module else None,
        began_from_id=desk.version.id if desk.version else None,
        owner_id=actor.person_id,
        title=writing.content.title,
        content=writing.content.as_json(),
        revision=1,
        writer=writing.writer,
        writer_since=1,
        saved_at=now,
        saved_by_id=actor.person_id,
    )
    db.add(draft)
    db.flush()
    return draft


def _go_on(draft: ModuleDraft, actor: Actor, writing: Writing, now: datetime) -> None:
    saved = Saved(draft.revision, draft.writer, draft.writer_since)
    if not follows(saved, writer=writing.writer, seen=writing.seen):
        raise Conflict(_OTHER_WINDOW)
    draft.revision += 1
    if draft.writer != writing.writer or not writing.writer:
        draft.writer, draft.writer_since = writing.writer, draft.revision
    draft.title, draft.content = writing.content.title, writing.content.as_json()
    draft.saved_at = now
    draft.saved_by_id = actor.person_id or draft.owner_id


def discard(db: Session, actor: Actor, draft: ModuleDraft, *, now: datetime) -> None:
    """Throw a draft away; what is published stays."""
    details = {"name": draft.name, "module": draft.module_id, "revision": draft.revision}
    audit.record(db, actor, "discard", "module_draft", draft.id, now=now, details=details)
    db.delete(draft)
    db.flush()
