"""What a text must have to be published: the same that the folder is asked for."""

from collections.abc import Collection, Mapping, Sequence

from elearn.catalogue.reader import CODE, LONGEST_MINUTES, TANGLED, LectureText, ModuleText, Slide
from elearn.errors import InvalidInput
from elearn.text import Message, is_drawable, msg

Checks = Mapping[str, tuple[bool, Message]]


def check_lecture(text: LectureText, *, groups: Collection[str]) -> None:
    """Refuse a lecture that the folder would not take.

    :raise InvalidInput: naming each field that is wrong.
    """
    minutes = msg("Số phút từ 1 đến %(longest)s.", longest=LONGEST_MINUTES)
    _check(
        {
            **_common(text, groups),
            "body": _body(text.body),
            "planned_minutes": (1 <= text.planned_minutes <= LONGEST_MINUTES, minutes),
            "tags": (bool(text.tags), msg("Chọn ít nhất một loại nội dung.")),
            "groups": (_known(text.groups, groups), msg("Chọn ít nhất một nhóm đối tượng.")),
            "slides": (all(map(_is_whole, text.slides)), msg("Trang chiếu cần tiêu đề và lời.")),
        }
    )


def check_module(text: ModuleText, *, groups: Collection[str], lectures: Collection[str]) -> None:
    """Refuse a module that the folder would not take.

    :raise InvalidInput: naming each field that is wrong.
    """
    _check(
        {
            **_common(text, groups),
            "lectures": _lectures(text.lectures, lectures),
        }
    )


def _lectures(given: Sequence[str], known: Collection[str]) -> tuple[bool, Message]:
    missing = ", ".join(code for code in given if code not in known)
    if missing:
        return False, msg("Không có, hoặc đã thôi dùng, bài giảng: %(codes)s.", codes=missing)
    if len(set(given)) < len(given):
        return False, msg("Có bài giảng ghi hai lần.")
    return bool(given), msg("Chuyên đề cần ít nhất một bài giảng.")


def _common(text: LectureText | ModuleText, groups: Collection[str]) -> Checks:
    return {
        "code": (bool(CODE.fullmatch(text.code)), msg("Mã chỉ gồm A–Z, 0–9 và dấu -.")),
        "title": (bool(text.title), msg("Chưa có tên.")),
        "groups": (set(text.groups) <= set(groups), msg("Không có nhóm đối tượng ấy.")),
    }


def _body(text: str) -> tuple[bool, Message]:
    return is_drawable(text) and bool(text), TANGLED if text else msg("Chưa có nội dung.")


def _known(given: Collection[str], known: Collection[str]) -> bool:
    return bool(given) and set(given) <= set(known)


def _is_whole(slide: Slide) -> bool:
    return bool(slide.title and slide.narration and all(slide.points))


def _check(checks: Checks) -> None:
    wrong = {field: told for field, (right, told) in checks.items() if not right}
    if wrong:
        raise InvalidInput(**wrong)
