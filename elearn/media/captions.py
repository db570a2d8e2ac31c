"""Captions: what is said and when, cut into lines a phone can show, and WebVTT in and out."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from textwrap import wrap

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from elearn.errors import InvalidInput
from elearn.text import msg

MEDIA_TYPE = "text/vtt"
LINE = 42  # Letters that fit across a phone held upright.
LINES = 2
_PULL = 25  # How many letters off the middle a comma may lie and still be the better place.

_NO_CAPTIONS = msg(
    "Đây không phải tệp phụ đề. Phụ đề đang có vẫn giữ nguyên. Hãy chọn tệp .vtt hoặc .srt."
)
_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_]|\d)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A line or two, shown from one moment to another."""

    start_ms: int
    end_ms: int
    text: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each in one line."""
    return [part for part in _ENDS.split(" ".join(text.split())) if part]


def cues_of(sentence: str, start_ms: int, end_ms: int) -> list[Cue]:
    """Return a spoken sentence as cues, each of two lines at most, as long as their letters."""
    parts = _parts(sentence)
    if not parts:
        return []
    total, length, marks = sum(map(len, parts)), 0, [start_ms]
    for part in parts:
        length += len(part)
        marks.append(start_ms + (end_ms - start_ms) * length // total)
    return [
        Cue(begins, ends, _in_lines(part))
        for part, (begins, ends) in zip(parts, pairwise(marks), strict=True)
    ]


def _parts(sentence: str) -> list[str]:
    """Cut a sentence into parts that fit, near its middle and where the speaker pauses."""
    if len(_in_lines(sentence).splitlines()) <= LINES:
        return [sentence] if sentence else []
    middle = len(sentence) / 2
    spaces = [found.start() for found in re.finditer(" ", sentence)]
    if not spaces:
        return [sentence]
    cut = min(spaces, key=lambda at: abs(at - middle) - _PULL * (sentence[at - 1] in ",;:"))
    return [*_parts(sentence[:cut]), *_parts(sentence[cut + 1 :])]


def _in_lines(part: str) -> str:
    """Set a part in one line or in two of about one length."""
    for width in range(max(len(part) // LINES, 1), LINE + 1) if len(part) > LINE else ():
        lines = wrap(part, width, break_on_hyphens=False, break_long_words=False)
        if len(lines) <= LINES and max(map(len, lines)) <= LINE:
            return "\n".join(lines)
    return "\n".join(wrap(part, LINE, break_on_hyphens=False, break_long_words=False))


def webvtt_of(cues: Iterable[Cue]) -> str:
    """Return the cues as a WebVTT file."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{_clock(cue.start_ms)} --> {_clock(cue.end_ms)}\n{text}\n")
    return "\n".join(blocks)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def read(text: str) -> list[Cue]:
    """Return the cues of a WebVTT or SRT file.

    :raise InvalidInput: naming the field `captions`, if it is neither.
    """
    plain = text.lstrip("\ufeff").replace("\r\n", "\n")
    kind = "vtt" if plain.startswith("WEBVTT") else "srt"
    try:
        found = webvtt.from_buffer(io.StringIO(plain), format=kind)
    except (MalformedFileError, MalformedCaptionError) as problem:
        raise InvalidInput(captions=_NO_CAPTIONS) from problem
    cues = [_cue(caption) for caption in found.iter_slice()]
    if not cues or any(cue.end_ms < cue.start_ms for cue in cues):
        raise InvalidInput(captions=_NO_CAPTIONS)
    return cues


def plain_webvtt(text: str) -> str:
    """Return captions as they are kept: the cues of a WebVTT or SRT file as plain WebVTT.

    :raise InvalidInput: naming the field `captions`, if it is neither.
    """
    return webvtt_of(read(text))


def _cue(caption: webvtt.Caption) -> Cue:
    return Cue(_moment(caption.start), _moment(caption.end), unescape(caption.text))


def _moment(clock: str) -> int:
    hours, minutes, seconds = clock.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)
