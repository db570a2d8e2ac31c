"""Caption files read: any encoding, WebVTT or SRT, with each flaw by its line."""

import re
from dataclasses import dataclass

from elearn.encodings import Encoding
from elearn.media.captions.cue import Cue
from elearn.media.captions.flaws import NO_CAPTIONS, NO_CUES, Flaw, Flawed, flaws_of
from elearn.media.captions.parsing import NO_TIMES, parsed
from elearn.media.captions.signs import meant, text_of, told
from elearn.media.captions.writing import webvtt_of

MOST_BYTES = 2_000_000
_NEW_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Read:
    """The cues of a file in its order, what its letters were written in, and what is wrong."""

    cues: tuple[Cue, ...]
    encoding: Encoding
    flaws: tuple[Flaw, ...] = ()


def legible(source: bytes | str) -> str:
    """Return a file as a text that people can read, line by line as it is."""
    return "\n".join(_lines(source)[0])


def _lines(source: bytes | str) -> tuple[list[str], Encoding]:
    """Return the lines of a file, and what they were written in.

    Bytes come from anywhere, and an old font is looked for; a text was read before, or typed, and
    means what it says: “£” is no Ê in it.
    """
    lines = _NEW_LINE.split(text_of(source))
    found, encoding = (lines, Encoding.UNICODE) if isinstance(source, str) else meant(lines)
    return [told(line) for line in found], encoding


def examined(source: bytes | str, length_ms: int | None = None) -> Read:
    """Return what can be read of a file, with all that is wrong with it for a film so long."""
    lines, encoding = _lines(source)
    placed, unreadable = parsed(lines)
    cues = tuple(one.cue for one in placed)
    if not cues and all(flaw.reason is NO_TIMES for flaw in unreadable):
        is_empty = "".join(lines).strip() in ("", "WEBVTT")
        return Read((), encoding, (Flaw(0, 0, NO_CUES if is_empty else NO_CAPTIONS),))
    flaws = sorted([*unreadable, *flaws_of(placed, length_ms)], key=lambda flaw: flaw.line)
    return Read(cues, encoding, tuple(flaws))


def read(source: bytes | str) -> Read:
    """Return the cues of a WebVTT or SRT file; they may overlap (see `flaws`, `tidied`).

    :raise Flawed: if a line cannot be read, or there is no cue: each by line and reason.
    """
    found = examined(source)
    broken = [flaw for flaw in found.flaws if flaw.is_grave and not flaw.is_mendable]
    if broken:
        raise Flawed(broken)
    return found


def plain_webvtt(source: bytes | str) -> str:
    """Return captions as they are kept: the cues of a WebVTT or SRT file as plain WebVTT.

    :raise Flawed: if a line cannot be read, or there is no cue.
    """
    return webvtt_of(read(source).cues)
