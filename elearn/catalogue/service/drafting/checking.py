"""What a draft still lacks: each field of each lecture, so that a link can lead there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import queries
from elearn.catalogue.models import Lecture
from elearn.catalogue.queries.drafts import group_choices, lectures_by_code
from elearn.catalogue.reader import LectureText
from elearn.catalogue.rules.draft import DraftContent, LectureInDraft
from elearn.catalogue.service.checking import check_lecture, check_module
from elearn.catalogue.service.drafting.texts import lecture_text, module_text
from elearn.catalogue.service.spelling import spelled_lecture, spelled_module
from elearn.errors import InvalidInput
from elearn.media import Medium
from elearn.text import Message, msg

_SOME_CODE = "CD-0000"  # What is new is given its code when it is published.
_NEWER = msg("Bài này vừa có bản mới do nơi khác xuất bản. Chọn dùng bản mới hay giữ chữ ở đây.")
_NO_FILM = msg("Video đã chọn không còn. Chọn video khác.")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A field that must be seen to: of the module, or of the lecture at this place."""

    field: str
    told: Message
    key: str = ""
    place: int = 0
    title: str = ""

    @property
    def anchor(self) -> str:
        return f"{self.key}-{self.field}" if self.key else self.field


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing a draft would write: the texts of lectures by key, over what is known."""

    content: DraftContent
    known: dict[str, Lecture]
    texts: dict[str, LectureText]
    groups: frozenset[str]
    media: frozenset[int]

    def lecture_of(self, place: LectureInDraft) -> Lecture | None:
        return self.known.get(place.code or "")


def plan_of(db: Session, content: DraftContent) -> Plan:
    """Return what would be written, in a number of queries that does not grow with the draft."""
    known = lectures_by_code(db, content.codes)
    worded = [place for place in content.lectures if place.wording is not None]
    keys = [known[place.code].id for place in worded if place.code in known]
    before = queries.lecture_texts(db, keys)
    texts = {
        place.key: lecture_text(content, place.wording, before.get(place.code or ""))
        for place in worded
        if place.wording is not None
    }
    groups = frozenset(group.key for group in group_choices(db))
    there = db.scalars(select(Medium.id).where(Medium.id.in_(content.media)))
    return Plan(content, known, texts, groups, frozenset(there))


def flaws_of(db: Session, content: DraftContent) -> tuple[Flaw, ...]:
    """Return what must be seen to before the draft can be published, in the order of the page."""
    return tuple(flaws_in(plan_of(db, content)))


def flaws_in(plan: Plan) -> Iterator[Flaw]:
    yield from _of_module(plan)
    for number, place in enumerate(plan.content.lectures, 1):
        title = place.wording.title if place.wording else ""
        for field, told in _of_lecture(plan, place).items():
            yield Flaw(field, told, place.key, number, title.strip())


def _of_module(plan: Plan) -> Iterator[Flaw]:
    content = plan.content
    offered = {code for code, one in plan.known.items() if one.withdrawn_on is None}
    codes = [place.code or f"{_SOME_CODE} {at}" for at, place in enumerate(content.lectures)]
    offered |= {code for code, place in zip(codes, content.lectures, strict=True) if not place.code}
    text = spelled_module(module_text(content, _SOME_CODE, None))
    wrong = _refused(
        lambda: check_module(
            replace(text, lectures=tuple(codes)),
            groups=plan.groups,
            lectures=offered,
        )
    )
    if any(place.code is None for place in content.lectures):
        wrong |= _for_new_lectures(content)
    for field, told in wrong.items():
        yield Flaw(field, told)


def _for_new_lectures(content: DraftContent) -> dict[str, Message]:
    """Return what new lectures need and take from their module."""
    needed = {
        "tags": (content.tags, msg("Chọn ít nhất một loại nội dung.")),
        "groups": (content.groups, msg("Chọn ít nhất một nhóm đối tượng.")),
    }
    return {field: told for field, (chosen, told) in needed.items() if not chosen}


def _of_lecture(plan: Plan, place: LectureInDraft) -> dict[str, Message]:
    text, lecture, wording = plan.texts.get(place.key), plan.lecture_of(place), place.wording
    if text is None or wording is None:
        return {}
    spelled = replace(spelled_lecture(text), code=_SOME_CODE)
    wrong = _refused(lambda: check_lecture(spelled, groups=plan.groups))
    if place.code is None:
        wrong = {field: told for field, told in wrong.items() if field not in ("tags", "groups")}
    if lecture is not None and lecture.current.number != place.taken_from:
        wrong["newer"] = _NEWER
    if wording.medium_id and wording.medium_id not in plan.media:
        wrong["medium"] = _NO_FILM
    return wrong


def _refused(check: Callable[[], None]) -> dict[str, Message]:
    try:
        check()
    except InvalidInput as refusal:
        return dict(refusal.fields)
    return {}
