"""What people may do to the slides of a film: move, join, split, draw anew. No database, no web."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from elearn.errors import InvalidInput, NotFound
from elearn.text import Message, msg

LEAST_GAP_MS = 500  # Slides closer than this nobody could tell apart.
MOST_TEXT = 2000
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?")
_UNREADABLE = msg("Viết mốc như 12:30 hoặc 1:02:30 (giờ:phút:giây), thêm ,5 cho nửa giây.")
_BEYOND = msg("Mốc này nằm sau khi video đã hết.")


class SlideOrigin(StrEnum):
    """Where the picture of a slide comes from."""

    FOUND = "found"
    FILM = "film"
    PICTURE = "picture"
    PDF = "pdf"


ORIGIN_NAMES = {
    SlideOrigin.FOUND: msg("Máy tìm thấy"),
    SlideOrigin.FILM: msg("Lấy từ video"),
    SlideOrigin.PICTURE: msg("Ảnh tải lên"),
    SlideOrigin.PDF: msg("Trang PDF"),
}


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """One slide: from when it is shown, which picture, where that comes from, what stands on it."""

    at_ms: int
    file_id: int
    origin: SlideOrigin
    text: str = ""


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """One slide as it is played: from when, which bytes, what stands on it."""

    at_ms: int
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wrote beside a slide; one that is dropped is joined to the one before it."""

    at: str
    text: str
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class SlidesWeight:
    """How many slides a version has, and what their pictures weigh together."""

    count: int
    size: int


def time_written(at_ms: int) -> str:
    """Return a moment as people write it: 12:30, 1:02:30, 12:30,5."""
    seconds, rest = divmod(at_ms, 1000)
    hours, left = divmod(seconds, 3600)
    shown = f"{hours}:{left // 60:02}:{left % 60:02}" if hours else f"{left // 60}:{left % 60:02}"
    return f"{shown},{rest:03}".rstrip("0") if rest else shown


def time_read(text: str, length_ms: int) -> int:
    """Return the milliseconds of a moment that somebody wrote.

    :raise InvalidInput: under `at`, if it is none, or not within the film.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[3]) >= 60:
        raise InvalidInput(at=_UNREADABLE)
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
    at_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((found[4] or "").ljust(3, "0"))
    if at_ms >= length_ms:
        raise InvalidInput(at=_BEYOND)
    return at_ms


def corrected(
    slides: Sequence[SlideFacts], wishes: Sequence[Wish], length_ms: int
) -> tuple[SlideFacts, ...]:
    """Return the slides as somebody wants them, in the order of their times.

    :raise InvalidInput: under `at-3` for the third of them, if its time is none or taken.
    """
    flaws: dict[str, Message] = {}
    wanted: list[tuple[int, SlideFacts]] = []
    for number, (slide, wish) in enumerate(zip(slides, wishes, strict=True), 1):
        try:
            wanted += [] if wish.is_dropped else [(number, _as_wished(slide, wish, length_ms))]
        except InvalidInput as refused:
            flaws |= {f"at-{number}": flaw for flaw in refused.fields.values()}
    wanted.sort(key=lambda one: one[1].at_ms)
    flaws |= _crowded(wanted)
    if flaws or not wanted:
        raise InvalidInput(**(flaws or {"at-1": msg("Phải còn ít nhất một trang chiếu.")}))
    return _from_the_beginning([slide for _number, slide in wanted])


def _as_wished(slide: SlideFacts, wish: Wish, length_ms: int) -> SlideFacts:
    return replace(slide, at_ms=time_read(wish.at, length_ms), text=wish.text[:MOST_TEXT])


def split(slides: Sequence[SlideFacts], new: SlideFacts) -> tuple[SlideFacts, ...]:
    """Return the slides with one more among them.

    :raise InvalidInput: under `at`, if another one begins at that moment.
    """
    if any(abs(one.at_ms - new.at_ms) < LEAST_GAP_MS for one in slides):
        raise InvalidInput(at=msg("Đã có một trang chiếu bắt đầu ở đúng mốc này."))
    return _from_the_beginning(sorted([*slides, new], key=lambda one: one.at_ms))


def redrawn(slides: Sequence[SlideFacts], number: int, file_id: int) -> tuple[SlideFacts, ...]:
    """Return the slides with another picture for one of them, wherever it is shown.

    :raise NotFound: if there is no such slide.
    """
    if not 1 <= number <= len(slides):
        raise NotFound(msg("Không có trang chiếu số %(number)s.", number=number))
    old = slides[number - 1].file_id
    return tuple(
        replace(one, file_id=file_id, origin=SlideOrigin.PICTURE) if one.file_id == old else one
        for one in slides
    )


def with_pages(
    slides: Sequence[SlideFacts], pages: Mapping[int, tuple[int, str]]
) -> tuple[SlideFacts, ...]:
    """Return the slides with pages of a PDF for pictures: by file, the new one and its text.

    What somebody has written herself stays.
    """
    return tuple(
        replace(
            one,
            file_id=pages[one.file_id][0],
            origin=SlideOrigin.PDF,
            text=one.text or pages[one.file_id][1][:MOST_TEXT],
        )
        if one.file_id in pages
        else one
        for one in slides
    )


def _crowded(wanted: Sequence[tuple[int, SlideFacts]]) -> dict[str, Message]:
    flaws = {}
    for (before, earlier), (number, later) in pairwise(wanted):
        if later.at_ms - earlier.at_ms < LEAST_GAP_MS:
            flaws[f"at-{number}"] = msg("Trùng mốc với trang %(number)s.", number=before)
    return flaws


def _from_the_beginning(slides: Sequence[SlideFacts]) -> tuple[SlideFacts, ...]:
    """Return the slides with the first one standing from the film's first moment."""
    return (replace(slides[0], at_ms=0), *slides[1:]) if slides else ()
