"""What was previewed becomes the next version: the lectures, their films, then the module."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.catalogue import queries
from elearn.catalogue.models import Lecture, ModuleVersion
from elearn.catalogue.queries.drafts import Desk, content_at
from elearn.catalogue.rules.draft import LectureInDraft
from elearn.catalogue.service.drafting.checking import Plan, flaws_in, plan_of
from elearn.catalogue.service.drafting.texts import module_text
from elearn.catalogue.service.media import set_medium
from elearn.catalogue.service.publishing import publish_lecture, publish_module
from elearn.errors import Conflict, InvalidInput
from elearn.text import msg

_OTHER_WORDS = msg("Bản nháp đã đổi sau khi xem trước. Xem lại rồi xuất bản.")
_OVERTAKEN = msg(
    "Người khác vừa xuất bản chuyên đề này. Cả bản ấy và bản nháp vẫn còn; xem lại rồi chọn."
)


@dataclass(frozen=True, slots=True)
class Previewed:
    """What she had before her eyes: the draft's revision, and the number of the version in use."""

    revision: int
    number: int


def publish(
    db: Session, actor: Actor, desk: Desk, previewed: Previewed, *, now: datetime
) -> ModuleVersion:
    """Publish the draft on the desk as it was previewed, and clear it away.

    :raise Conflict: if the draft has changed since, or another version was published.
    :raise InvalidInput: if it is not finished; `flaws_of` tells where.
    """
    if desk.draft is None or desk.revision != previewed.revision:
        raise Conflict(_OTHER_WORDS)
    if desk.number != previewed.number:
        raise Conflict(_OVERTAKEN)
    plan = plan_of(db, content_at(db, desk))
    if flaws := {flaw.anchor: flaw.told for flaw in flaws_in(plan)}:
        raise InvalidInput(**flaws)
    codes = [_published(db, actor, plan, place, now) for place in plan.content.lectures]
    version = _publish_module(db, actor, desk, (plan, tuple(codes)), now)
    db.delete(desk.draft)
    db.flush()
    return version


def _publish_module(
    db: Session, actor: Actor, desk: Desk, written: tuple[Plan, tuple[str, ...]], now: datetime
) -> ModuleVersion:
    plan, codes = written
    before = queries.module_text_of(db, desk.module) if desk.module else None
    code = desk.module.code if desk.module else queries.next_code(db, "module")
    text = replace(module_text(plan.content, code, before), lectures=codes)
    return publish_module(db, actor, desk.module, text, now=now)


def _published(db: Session, actor: Actor, plan: Plan, place: LectureInDraft, now: datetime) -> str:
    """Publish a lecture if it has words of its own here, and return its code."""
    text, wording = plan.texts.get(place.key), place.wording
    if text is None or wording is None:
        return place.code or ""
    code = place.code or queries.next_code(db, "lecture")
    known = plan.lecture_of(place)
    version = publish_lecture(db, actor, known, replace(text, code=code), now=now)
    if wording.medium_id is not None:
        lecture = db.get_one(Lecture, version.lecture_id)
        set_medium(db, actor, lecture, wording.medium_id, now=now)
    return code
