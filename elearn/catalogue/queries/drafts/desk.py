"""One module on somebody's desk: how it is published, and the draft of what comes next."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from elearn.access import Actor
from elearn.catalogue.models import Module, ModuleDraft, ModuleVersion
from elearn.catalogue.models.draft import NEW
from elearn.catalogue.queries.drafts.sight import may_edit
from elearn.catalogue.queries.modules import module_by_code, module_version_of
from elearn.catalogue.queries.texts import module_text_of
from elearn.catalogue.reader import ModuleText, Objectives
from elearn.catalogue.rules.draft import Aims, DraftContent, LectureInDraft, content_from
from elearn.errors import Forbidden, NotFound
from elearn.text import msg

_NAME = re.compile(rf"{NEW}(\d{{1,9}})")


@dataclass(frozen=True, slots=True)
class Desk:
    """A module with its current version, or none yet; and its draft, or none yet."""

    module: Module | None
    version: ModuleVersion | None
    draft: ModuleDraft | None

    @property
    def name(self) -> str:
        """Return what stands for it in an address."""
        if self.module:
            return self.module.code
        return self.draft.name if self.draft else ""

    @property
    def revision(self) -> int:
        """Return how often the draft was saved; 0: there is none."""
        return self.draft.revision if self.draft else 0

    @property
    def number(self) -> int:
        """Return the number of the current version; 0: nothing is published."""
        return self.version.number if self.version else 0

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody published another version since the draft was begun."""
        if self.draft is None or self.version is None:
            return False
        return self.draft.began_from_id != self.version.id


def desk_at(db: Session, actor: Actor, name: str, *, locked: bool = False) -> Desk:
    """Return what lies under a module's code, or under the name of a draft without one.

    :raise NotFound: if there is no such module or draft.
    :raise Forbidden: if somebody else is at it; the message names her.
    """
    desk = _new(db, name, locked) if name.startswith(NEW) else _known(db, name, locked)
    if desk.draft is not None and not may_edit(actor, desk.draft):
        raise Forbidden(
            msg(
                "Chuyên đề này đang được %(name)s soạn. Chỉ người ấy và quản trị trung ương"
                " mở được bản nháp; bản đã xuất bản thì ai cũng xem được.",
                name=desk.draft.owner.full_name,
            )
        )
    return desk


def _new(db: Session, name: str, locked: bool) -> Desk:
    found = _NAME.fullmatch(name)
    draft = _draft(db, locked, id=int(found[1]), module_id=None) if found else None
    if draft is None:
        raise NotFound(
            msg("Bản nháp này không còn: đã được xuất bản hoặc đã bỏ. Xem lại trong danh sách.")
        )
    return Desk(None, None, draft)


def _known(db: Session, code: str, locked: bool) -> Desk:
    module = module_by_code(db, code)
    return Desk(module, module_version_of(db, module), _draft(db, locked, module_id=module.id))


def _draft(db: Session, locked: bool, **named: int | None) -> ModuleDraft | None:
    """Return a draft with its content; locked, until this transaction ends nobody else saves it."""
    wanted = select(ModuleDraft).filter_by(**named).options(undefer(ModuleDraft.content))
    if locked:
        wanted = wanted.with_for_update(of=ModuleDraft).execution_options(populate_existing=True)
    return db.scalar(wanted)


def content_at(db: Session, desk: Desk) -> DraftContent:
    """Return what is written in the draft, or what is published where there is no draft."""
    if desk.draft is not None:
        return content_from(desk.draft.content)
    return _published(module_text_of(db, desk.module)) if desk.module else DraftContent()


def _published(text: ModuleText) -> DraftContent:
    return DraftContent(
        title=text.title,
        region=text.region,
        block=text.block,
        tags=text.tags,
        groups=text.groups,
        aims=aims_of(text.objectives),
        lectures=tuple(LectureInDraft(code.lower(), code) for code in text.lectures),
    )


def aims_of(objectives: Objectives) -> Aims:
    kinds = (objectives.knowledge, objectives.skills, objectives.attitude)
    return Aims(*("\n".join(texts) for texts in kinds))
