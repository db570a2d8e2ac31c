"""Reading the lines of a file of changes; what cannot be read is told with its line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from elearn.areas.rules.changing.columns import (
    COLUMNS,
    INTO,
    MANNER_WORDS,
    Manner,
    Place,
)
from elearn.areas.rules.words import Kind, Level, kind_called, level_called, short_name
from elearn.text import Message, fold, msg

T = TypeVar("T")
_HEAD_WITHIN = 20
_DIGITS = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}
_YES = ("x", "co", "1", "true", "mac dinh")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be applied, or what to look at before it is."""

    line: int
    text: Message

    @property
    def told(self) -> Message:
        """The text after the number of its line; the whole file has none."""
        return (
            msg("Dòng %(line)s: %(text)s", line=self.line, text=self.text)
            if self.line
            else self.text
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an area as it was, and what it or a part of it becomes; blanks are empty."""

    number: int
    manner: Manner
    level: Level
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    kind: Kind | None
    parent_code: str
    is_default: bool

    @property
    def is_into_itself(self) -> bool:
        return self.new_code == self.old_code


class _Unreadable(Exception):
    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.text = text


def lines_of(
    rows: Sequence[tuple[int, Sequence[str]]],
) -> tuple[list[Line], list[Problem]]:
    """Return the lines below the headings, and why others could not be read."""
    places, body = _below_the_head(rows)
    if missing := [COLUMNS[place] for place in Place if place not in places]:
        names = ", ".join(missing)
        return [], [Problem(1, msg("Không thấy dòng tiêu đề có các cột: %(names)s.", names=names))]
    lines, problems = [], []
    for number, texts in body:
        cells = {place: texts[at] if at < len(texts) else "" for place, at in places.items()}
        if any(cells.values()):
            try:
                lines.append(_line(number, cells))
            except _Unreadable as why:
                problems.append(Problem(number, why.text))
    return lines, problems


def _below_the_head(
    rows: Sequence[tuple[int, Sequence[str]]],
) -> tuple[dict[Place, int], Sequence[tuple[int, Sequence[str]]]]:
    for at, (_, texts) in enumerate(rows[:_HEAD_WITHIN]):
        folded = [fold(text) for text in texts]
        if Place.OLD_CODE in folded and Place.MANNER in folded:
            found = {place: folded.index(place) for place in Place if place in folded}
            return found, rows[at + 1 :]
    return {}, ()


def _line(number: int, cells: dict[Place, str]) -> Line:
    level = _named(cells[Place.LEVEL], level_called, msg("Cột Cấp ghi tỉnh, huyện hoặc xã."))
    manner = _named(cells[Place.MANNER], _manner, _WHICH_MANNER)
    kind = None
    if cells[Place.KIND]:
        kind = _named(
            cells[Place.KIND],
            lambda text: kind_called(text, level),
            msg("Không có loại “%(kind)s” ở cấp này.", kind=cells[Place.KIND]),
        )
    line = Line(
        number,
        manner,
        level,
        _code(cells[Place.OLD_CODE], level),
        cells[Place.OLD_NAME],
        _code(cells[Place.NEW_CODE], level),
        short_name(cells[Place.NEW_NAME], kind) if kind else cells[Place.NEW_NAME],
        kind,
        _parent_code(cells[Place.PARENT]),
        fold(cells[Place.DEFAULT]) in _YES or manner is Manner.WHOLE,
    )
    for lack in _lacking(line):
        raise _Unreadable(lack)
    return line


_WHICH_MANNER = msg(
    "Cột Hình thức ghi một trong: nguyên trạng, chia, chuyển, đổi tên, đổi loại, đổi mã, bãi bỏ,"
    " thành lập."
)


def _named(text: str, look_up: Callable[[str], T | None], otherwise: Message) -> T:
    found = look_up(fold(text))
    if found is None:
        raise _Unreadable(otherwise)
    return found


def _manner(text: str) -> Manner | None:
    return next((manner for manner, words in MANNER_WORDS.items() if text in words), None)


def _code(text: str, level: Level) -> str:
    """Return the code with the zeros that a sheet of numbers loses."""
    if text and not (text.isdecimal() and text.isascii() and len(text) <= _DIGITS[level]):
        raise _Unreadable(
            msg(
                "Mã “%(code)s” không đúng: mã cấp này có %(count)s chữ số.",
                code=text,
                count=_DIGITS[level],
            )
        )
    return text.zfill(_DIGITS[level]) if text else ""


def _parent_code(text: str) -> str:
    return text.zfill(_DIGITS[Level.PROVINCE]) if text.isdecimal() else text.upper()


def _lacking(line: Line) -> Iterator[Message]:
    if line.manner is Manner.FOUNDED and line.old_code:
        yield msg("Đơn vị thành lập mới không có mã cũ.")
    if line.manner is not Manner.FOUNDED and not line.old_code:
        yield msg("Thiếu mã cũ.")
    if line.manner in INTO and not line.new_code:
        yield msg("Thiếu mã mới.")
    if not _says_something(line):
        yield msg("Dòng này không ghi gì mới.")


def _says_something(line: Line) -> bool:
    """Return whether the column that the manner speaks of is filled in."""
    filled = {
        Manner.FOUNDED: line.new_name,
        Manner.MOVED: line.parent_code,
        Manner.RENAMED: line.new_name,
        Manner.RETYPED: line.kind,
        Manner.RECODED: line.new_code,
    }
    return bool(filled.get(line.manner, True))
