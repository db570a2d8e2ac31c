"""Texts of old fonts: recognised, and read as they were meant; good Unicode is never touched."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

from elearn.encodings import tcvn3, utf8, vni, windows1258
from elearn.encodings.legible import Legible, legible
from elearn.encodings.names import Encoding
from elearn.encodings.signs import UNICODE_ONLY

__all__ = ["Encoding", "decoded", "evidence"]

#: In the order in which they are taken where two read a text equally well.
_READINGS: dict[Encoding, Callable[[str], str | None]] = {
    Encoding.UTF8: utf8.meant,
    Encoding.VNI: vni.meant,
    Encoding.TCVN3: tcvn3.meant,
    Encoding.WINDOWS_1258: windows1258.meant,
}
#: So many texts with marks are asked of a column.
_ASKED = 2_000
#: Signs of a text that are asked: no name is longer.
_LONGEST = 80


def decoded(text: str, hint: Encoding = Encoding.UNICODE) -> tuple[str, Encoding]:
    """Return the text as it was meant, and how its signs were written.

    The hint is what most cells of its column are written in. Without one a text is taken for one of
    an old font only if it cannot be a name as it stands, for `Loïc` may be a Frenchman.
    """
    if text.isascii() or UNICODE_ONLY.search(text):
        return text, Encoding.UNICODE
    standing = legible(text)
    if hint is not Encoding.UNICODE:
        reading = _READINGS[hint](text)
        is_odd = standing.bad or standing.strange
        if reading is not None and (is_odd or legible(reading).score >= standing.score):
            return reading, hint
    return _alone(text, standing)


def evidence(texts: Iterable[str]) -> Encoding:
    """Return in what most of these texts are written; those of plain letters have no say."""
    marked = islice((text for text in texts if not text.isascii()), _ASKED)
    votes = Counter(decoded(text[:_LONGEST])[1] for text in marked)
    return max(votes, key=lambda found: votes[found], default=Encoding.UNICODE)


def _alone(text: str, standing: Legible) -> tuple[str, Encoding]:
    if not standing.bad and not standing.strange:
        return text, Encoding.UNICODE
    best, found, encoding = standing.score, text, Encoding.UNICODE
    for candidate, meant in _READINGS.items():
        reading = meant(text)
        if reading is None or reading == text:
            continue
        looks = legible(reading)
        if looks.score > best and _is_sure(candidate, standing, looks):
            best, found, encoding = looks.score, reading, candidate
    return found, encoding


def _is_sure(candidate: Encoding, standing: Legible, looks: Legible) -> bool:
    """Return whether a text without a column is to be read so: bytes of UTF-8 are no accident."""
    is_odd = standing.strange > 0 or looks.good > 1
    return candidate is Encoding.UTF8 or (looks.good > looks.bad and is_odd)


__all__ = ["decoded", "evidence"]
