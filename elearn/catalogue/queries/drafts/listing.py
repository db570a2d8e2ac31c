"""All modules with how they are published and who is at work on them, in three queries."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.catalogue.models import Module, ModuleDraft, ModuleLecture, ModuleVersion
from elearn.catalogue.queries.drafts.sight import may_edit
from elearn.text import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A module in the list: its version if it has one, its draft if somebody is at it."""

    name: str
    title: str
    lecture_count: int = 0
    number: int = 0
    published_at: datetime | None = None
    draft: ModuleDraft | None = None


def entries(db: Session, actor: Actor, text: str = "") -> list[Entry]:
    """Return what has no code yet, the last saved first, then the modules by code.

    With a text, only those whose titles hold all its words, with or without diacritics. The title
    of a draft is known to those who may read it; to others what is new has none.
    """
    drafts = db.scalars(select(ModuleDraft).order_by(ModuleDraft.saved_at.desc())).all()
    by_module = {draft.module_id: draft for draft in drafts if draft.module_id}
    new = [
        Entry(one.name, one.title if may_edit(actor, one) else "", draft=one)
        for one in drafts
        if one.module_id is None
    ]
    return [one for one in new + _published(db, by_module) if _has_words(one.title, text)]


def _published(db: Session, drafts: dict[int, ModuleDraft]) -> list[Entry]:
    count = (
        select(func.count())
        .where(ModuleLecture.module_version_id == ModuleVersion.id)
        .correlate(ModuleVersion)
        .scalar_subquery()
    )
    rows = db.execute(
        select(
            Module.id,
            Module.code,
            ModuleVersion.title,
            count,
            ModuleVersion.number,
            ModuleVersion.recorded_at,
        )
        .join(ModuleVersion, ModuleVersion.module_id == Module.id)
        .where(ModuleVersion.is_current(), Module.withdrawn_on.is_(None))
        .order_by(Module.code)
    )
    return [
        Entry(code, title, lectures, number, published_at, drafts.get(key))
        for key, code, title, lectures, number, published_at in rows
    ]


def _has_words(title: str, text: str) -> bool:
    return all(word in fold(title) for word in fold(text).split())
