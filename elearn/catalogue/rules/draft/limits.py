"""How much a draft may hold: more is refused in words while it is still in the browser."""

from elearn.catalogue.rules.draft.content import (
    LONGEST_BODY,
    LONGEST_LINE,
    MOST_LECTURES,
    Aims,
    DraftContent,
    LectureInDraft,
)
from elearn.text import Message, msg

_LONGEST_AIMS = 5_000
_TITLE = msg("Tên dài nhất %(most)s ký tự.", most=LONGEST_LINE)
_AIMS = msg("Mục tiêu dài nhất %(most)s ký tự.", most=_LONGEST_AIMS)
_BODY = msg("Nội dung một bài dài nhất %(most)s ký tự.", most=LONGEST_BODY)
_MANY = msg("Một chuyên đề có nhiều nhất %(most)s bài giảng.", most=MOST_LECTURES)


def too_much(content: DraftContent) -> dict[str, Message]:
    """Return what is wrong with its sizes, by the name of the field."""
    found = {
        "title": _TITLE if len(content.title) > LONGEST_LINE else None,
        "knowledge": _AIMS if _is_long(content.aims) else None,
        "lectures": _MANY if len(content.lectures) > MOST_LECTURES else None,
    }
    for lecture in content.lectures:
        found |= {f"{lecture.key}.{name}": told for name, told in _in(lecture).items()}
    return {name: told for name, told in found.items() if told}


def _in(lecture: LectureInDraft) -> dict[str, Message | None]:
    wording = lecture.wording
    if wording is None:
        return {}
    return {
        "title": _TITLE if max(map(len, (wording.title, wording.minutes))) > LONGEST_LINE else None,
        "body": _BODY if len(wording.body) > LONGEST_BODY else None,
        "knowledge": _AIMS if _is_long(wording.aims) else None,
    }


def _is_long(aims: Aims) -> bool:
    return max(map(len, (aims.knowledge, aims.skills, aims.attitude))) > _LONGEST_AIMS
