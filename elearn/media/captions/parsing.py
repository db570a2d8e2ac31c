"""The lines of a WebVTT or SRT file as cues, with the lines that could not be read."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

from elearn.media.captions.cue import Cue
from elearn.media.captions.flaws import Flaw, Placed
from elearn.text import Message, msg, nfc

Line = tuple[int, str]

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
#: Two moments with something else than an arrow between them.
_ARROWLESS = re.compile(rf"{_CLOCK}[\s\-–—>=→~]+{_CLOCK}(?:\s.*)?")
_ASIDE = re.compile(r"(WEBVTT|NOTE|STYLE|REGION)\b")
# No mark goes past the next one's beginning, nor can one blank be read in two ways: else a line
# of marks that nobody closed would take hours.
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]+)>")
_TAG = re.compile(
    r"</?(?:[bicuv]|br|font|lang|ruby|rt|span)(?:[\s.][^<>]*)?/?>|<[\d:.]+>", re.IGNORECASE
)
_STYLE = re.compile(r"\{\\[^{}]*\}")
_NO_SIGN = re.compile(r"&#\d{8,};?")  # Python reads no number of thousands of digits.
_MOST = 59

NO_TIMES = msg(
    "thiếu dòng thời gian như 00:00:01.000 --> 00:00:03.200, hoặc thừa một dòng trống ở trên."
)
_NO_ARROW = msg("giữa hai mốc thời gian phải có mũi tên -->.")
_UNREADABLE = msg("thời gian phải viết như 00:00:01.000 --> 00:00:03.200.")
_TOO_GREAT = msg("số phút và số giây trong một mốc thời gian chỉ đến 59.")


def parsed(lines: Sequence[str]) -> tuple[list[Placed], list[Flaw]]:
    """Return the cues of a file, and what is wrong with the lines that gave none."""
    cues: list[Placed] = []
    flaws: list[Flaw] = []
    for block in _blocks(lines):
        for times, words in _parts(block):
            reason = _wrong(times[1])
            if reason is None:
                cues.append(Placed(times[0], _cue(times[1], words)))
            else:
                flaws.append(Flaw(times[0], 0, reason))
    return cues, flaws


def _blocks(lines: Sequence[str]) -> Iterator[list[Line]]:
    """Yield the lines that stand together, each with its number; remarks and styles left out."""
    block: list[Line] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append((number, line.strip()))
            continue
        if block and (any("-->" in words for _, words in block) or not _ASIDE.match(block[0][1])):
            yield block
        block = []


def _parts(block: list[Line]) -> Iterator[tuple[Line, list[str]]]:
    """Yield each line of times in a block with the words below it; the first may lack its times."""
    places = [place for place, (_, line) in enumerate(block) if _TIMES.fullmatch(line)]
    if not places or places[0] > 1:
        stop = places[0] if places else len(block)
        named = next((line for line in block[:2] if "-->" in line[1] or _is_arrowless(line)), None)
        yield named or block[0], [line for _, line in block[1:stop]]
    for place, after in pairwise([*places, len(block)]):
        words = [line for _, line in block[place + 1 : after]]
        if after < len(block) and words and words[-1].isdigit():
            words.pop()  # The number of the next cue.
        yield block[place], words


def _is_arrowless(line: Line) -> bool:
    return bool(_ARROWLESS.fullmatch(line[1]))


def _wrong(line: str) -> Message | None:
    """Return why a line does not tell two moments."""
    times = _TIMES.fullmatch(line)
    if times:
        parts = times.groups()
        is_great = any(int(part) > _MOST for part in (*parts[1:3], *parts[5:7]))
        return _TOO_GREAT if is_great else None
    if _ARROWLESS.fullmatch(line):
        return _NO_ARROW
    return _UNREADABLE if "-->" in line else NO_TIMES


def _cue(line: str, words: Sequence[str]) -> Cue:
    """Return the cue of a line of times that can be read."""
    times = _TIMES.fullmatch(line)
    parts = times.groups() if times else ()
    return Cue(_moment(*parts[:4]), _moment(*parts[4:8]), _plain("\n".join(words)))


def _moment(hours: str | None, minutes: str, seconds: str, rest: str | None) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((rest or "").ljust(3, "0"))


def _plain(words: str) -> str:
    """Return the words without marks of style; a voice is told by its name."""
    named = _VOICE.sub(lambda found: f"{found[1]}: ", re.sub(r"<br\s*/?>", "\n", words))
    bare = unescape(_NO_SIGN.sub("", _TAG.sub("", _STYLE.sub("", named))))
    return "\n".join(filter(None, map(nfc, bare.split("\n"))))
