"""Makers of drafts: an author, what she wrote, and the draft that keeps it."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from elearn.access import Actor, Grant, Role
from elearn.catalogue import ContentTag, ModuleVersion
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.queries import drafts
from elearn.catalogue.rules.draft import DraftContent, LectureInDraft, Wording
from elearn.catalogue.service import drafting
from tests.make import accounts

NOW = datetime(2026, 11, 21, 7, 2, tzinfo=UTC)


def author(db: Session, name: str = "Ngô Thị Hòa", role: Role = Role.INSTRUCTOR) -> Actor:
    person = accounts.person(db, name)
    return Actor(person.id, (Grant(role, "/", date.min),))


def lecture(key: str = "moi-1", **words: Any) -> LectureInDraft:
    """Return a new lecture with all it must have."""
    facts = {"title": "Ghi sổ hội phí", "body": "Sổ có **hai** cột.", "minutes": "15"}
    return LectureInDraft(key, wording=Wording(**{**facts, **words}))


def content(*lectures: LectureInDraft, **facts: Any) -> DraftContent:
    """Return a module with all it must have, of these lectures or of one new one."""
    given: dict[str, Any] = {
        "title": "Quản lý hội viên",
        "tags": (ContentTag.UNION_DUTY,),
        "groups": ("branch_head",),
        "lectures": lectures or (lecture(),),
    }
    return DraftContent(**{**given, **facts})


def draft(
    db: Session, actor: Actor, written: DraftContent, name: str = "", writer: str = "window"
) -> ModuleDraft:
    """Save what was written of a new module, or of the one with this code."""
    key = name or drafting.begin(db, actor, now=NOW).name
    desk = drafts.desk_at(db, actor, key)
    writing = drafting.Writing(written, desk.revision, writer)
    return drafting.save(db, actor, desk, writing, now=NOW)


def taken(db: Session, *codes: str) -> DraftContent:
    """Return a module of these lectures of the catalogue, as they are."""
    written = DraftContent(title="Chuyên đề mới")
    for code in codes:
        written = drafting.taken(db, written, code)
    return written


def publish(
    db: Session, actor: Actor, saved: ModuleDraft, *, number: int = 0, revision: int | None = None
) -> ModuleVersion:
    """Publish a draft, of CD-1 unless it is of a new module, as if it had just been previewed."""
    desk = drafts.desk_at(db, actor, saved.name if saved.module_id is None else "CD-1")
    seen = drafting.Previewed(saved.revision if revision is None else revision, number)
    return drafting.publish(db, actor, desk, seen, now=NOW)
