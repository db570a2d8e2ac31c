"""Report files as they come: whatever mail, Zalo and Notepad made of them, they are read.

A file is a head and a line an envelope. Lines may be wrapped, glued together, cut, quoted or of two
bytes a letter; where an envelope begins is told by its seal, where it ends by its brackets.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

VERSION = 1
MOST_FILE_BYTES = 2_000_000
MOST_ENVELOPES = 5_000
_MOST_PAUSE = timedelta(days=7)
_SEAL = 43  # Letters.
_HEAD = re.compile(r'\{\s*"elearn"[^{}]{0,500}\}')
_SEALED = re.compile(r"(?<=[A-Za-z0-9_-])\s{1,8}\{")
_LETTERS = re.compile(rf"[A-Za-z0-9_-]{{{_SEAL}}}")
_BRACKET = re.compile(r"[{}]")
_QUOTED = re.compile(r"^[> \t]+", re.MULTILINE)
_BEGUN = '"lease"'  # A line of which even the seal is damaged still has this.
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_HEIF = slice(4, 8), b"ftyp"
_ZIP = b"PK\x03\x04"
#: As phones name them; a second one of the day is counted by whatever carried it.
_OURS = re.compile(
    r"bao-cao-xem-\d{2}-\d{2}-\d{4}(?: ?\(\d{1,3}\))?\.elearn(?: ?\(\d{1,3}\))?(?:\.txt)?", re.ASCII
)
_TWO_BYTES = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Flaw(StrEnum):
    """Why a file is none that can be taken; then nothing of it is kept."""

    EMPTY = "empty"
    LARGE = "large"
    PICTURE = "picture"
    ZIP = "zip"
    OTHER = "other"
    CUT = "cut"  # Its head is there, and no envelope.
    MANY = "many"


@dataclass(frozen=True, slots=True)
class ReportText:
    """What a report file holds: its envelopes as they are sealed, and what its head says."""

    lines: tuple[bytes, ...]
    host: str = ""
    #: How many envelopes were written; None: the head is gone.
    announced: int | None = None
    is_newer: bool = False


def report_in(content: bytes) -> ReportText | Flaw:
    """Return what a file holds, or why it is no report file."""
    if flaw := _flaw_of(content):
        return flaw
    text = _text_of(content)
    heads = [_head(found[0]) for found in _HEAD.finditer(text)]
    heads = [head for head in heads if head.get("elearn") == "reportfile"]
    lines = tuple(line.encode("utf-8", "surrogateescape") for line in _lines(_HEAD.sub("\n", text)))
    if not lines:
        return Flaw.CUT if heads else Flaw.OTHER
    return Flaw.MANY if len(lines) > MOST_ENVELOPES else _report(lines, heads)


def pause_after(tries: int) -> timedelta:
    """Return how long to wait until something is tried again: an hour, two, four … a week."""
    return min(timedelta(hours=2 ** min(tries - 1, 10)), _MOST_PAUSE)


def shown(name: str, most: int) -> str:
    """Return a name that somebody else's device gave, of letters that can be shown and kept."""
    return "".join(letter for letter in name if letter.isprintable())[-most:]


def kept_name(name: str) -> str:
    """Return of a file's name what phones write themselves, and nothing of what people wrote.

    They name files after whoever's they are, and nobody would find that again who must forget her.
    """
    found = _OURS.search(name)
    return found[0] if found else ""


def _flaw_of(content: bytes) -> Flaw | None:
    if not content.strip():
        return Flaw.EMPTY
    if len(content) > MOST_FILE_BYTES:
        return Flaw.LARGE
    if content.startswith(_PICTURES) or content[_HEIF[0]] == _HEIF[1]:
        return Flaw.PICTURE
    return Flaw.ZIP if content.startswith(_ZIP) else None


def _text_of(content: bytes) -> str:
    """Return the text of a file; bytes that are no letters stay as they are."""
    two = _TWO_BYTES.get(content[:2]) or _without_mark(content)
    text = content.decode(two, "replace") if two else content.decode("utf-8", "surrogateescape")
    return _QUOTED.sub("", text.replace("\ufeff", "").replace("\u200b", ""))


def _without_mark(content: bytes) -> str | None:
    if content[1:2] == content[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == content[2:3] == b"\0" else None


def _head(text: str) -> dict[str, Any]:
    try:
        return dict(json.loads("".join(text.split())))
    except (ValueError, RecursionError):
        return {}


def _report(lines: tuple[bytes, ...], heads: list[dict[str, Any]]) -> ReportText:
    counts = [head.get("envelopes") for head in heads]
    numbers = [one for one in counts if type(one) is int and 0 <= one <= MOST_ENVELOPES]
    hosts = [head["host"] for head in heads if isinstance(head.get("host"), str)]
    versions = [head["version"] for head in heads if type(head.get("version")) is int]
    return ReportText(
        lines,
        host=shown(hosts[0], 100) if hosts else "",
        announced=sum(numbers) if numbers else None,
        is_newer=any(version > VERSION for version in versions),
    )


def _lines(text: str) -> Iterator[str]:
    """Return every envelope of a text, whole or not, each as one line."""
    starts = [*_starts(text), len(text)]
    yield from _damaged(text[: starts[0]])
    for start, end in pairwise(starts):
        begun = text[start:end]
        last = _end(begun)
        yield f"{begun[:_SEAL]} {_joined(begun[_SEAL:last])}"
        yield from _damaged(begun[last:])


def _starts(text: str) -> Iterator[int]:
    for found in _SEALED.finditer(text):
        start = found.start() - _SEAL
        if start >= 0 and _LETTERS.fullmatch(text, start, found.start()):
            yield start


def _end(text: str) -> int:
    """Return where what is in brackets ends; where it never does, the end of all."""
    depth = 0
    for found in _BRACKET.finditer(text):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(text)


def _damaged(text: str) -> Iterator[str]:
    if _BEGUN in text:
        yield _joined(text)


def _joined(text: str) -> str:
    """Return what was wrapped: an envelope has no blanks but the one behind its seal."""
    return "".join(text.split())
