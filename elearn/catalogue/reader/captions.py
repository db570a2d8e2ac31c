"""captions.vtt: what is said in the film and when, as WebVTT."""

import re
from collections.abc import Iterator

from elearn import media
from elearn.catalogue.reader.problems import Sheet
from elearn.errors import InvalidInput
from elearn.text import msg

_MOMENT = r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})"
_TIMES = re.compile(rf"{_MOMENT} +--> +{_MOMENT}(?: .*)?")
_ASIDE = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)\b")
_ARROW = "-->"
Line = tuple[int, str]


def captions_of(text: str, sheet: Sheet) -> str | None:
    """Return the captions as media keep them, or note what is wrong with each block of lines."""
    before = len(sheet.problems)
    if not re.match(r"WEBVTT(\s|$)", text):
        sheet.note(1, msg("dòng đầu phải là WEBVTT"))
    for block in _blocks(text):
        _check(block, sheet)
    if len(sheet.problems) > before:
        return None
    try:
        return media.plain_webvtt(text)
    except InvalidInput:
        sheet.note(0, msg("chưa có phụ đề nào"))
        return None


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield the lines that stand together, each with its number, where they hold a cue."""
    block: list[Line] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append((number, line.strip()))
            continue
        if block and (_times_in(block) or not _ASIDE.match(block[0][1])):
            yield block
        block = []


def _times_in(block: list[Line]) -> list[int]:
    """Return the places of the lines that tell times; a cue has one, first or below its name."""
    return [place for place, (_, line) in enumerate(block) if _ARROW in line]


def _check(block: list[Line], sheet: Sheet) -> None:
    """Note a cue without times or words, with times that cannot be, or that runs into another."""
    times = _times_in(block)
    if not times or times[0] > 1:
        sheet.note(block[0][0], msg("thiếu dòng thời gian, ví dụ 00:00:01.000 --> 00:00:03.200"))
        return
    for place in times[0 if _ASIDE.match(block[0][1]) else 1 :]:
        sheet.note(block[place][0], msg("thiếu dòng trống trước phụ đề này"))
    if times[0] == len(block) - 1:
        sheet.note(block[-1][0], msg("phụ đề không có chữ"))
    _check_times(block[times[0]], sheet)


def _check_times(line: Line, sheet: Sheet) -> None:
    times = _TIMES.fullmatch(line[1])
    if times is None:
        sheet.note(line[0], msg("thời gian phải viết như 00:00:01.000 --> 00:00:03.200"))
    elif _sortable(times[1]) >= _sortable(times[2]):
        sheet.note(line[0], msg("phụ đề phải kết thúc sau khi bắt đầu"))


def _sortable(moment: str) -> str:
    return moment.replace(":", "").rjust(20, "0")
