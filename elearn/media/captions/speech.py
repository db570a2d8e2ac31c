"""Speech as cues: sentences, cut where a phone's two lines are full."""

import re
from itertools import pairwise
from textwrap import wrap

from elearn.media.captions.cue import LINE, LINES, Cue

_PULL = 25  # How many letters off the middle a comma may lie and still be the better place.
_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_]|\d)")


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
