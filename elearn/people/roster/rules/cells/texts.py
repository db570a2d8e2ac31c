"""Cells as texts: decoded, composed, with plain single blanks."""

import re
import unicodedata
from functools import lru_cache

from elearn.encodings import Encoding, decoded
from elearn.people.roster.rules.books import Raw
from elearn.text import fold

Cleaned = tuple[str, tuple[str, ...]]

#: Blanks that look like one, and signs that nobody sees; a soft hyphen is a letter of old fonts.
_ODD_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_RETURN = re.compile("_x000[dD]_")
_MOST_REMEMBERED = 200_000
#: Words for "there is none", folded.
_NOTHING = frozenset(
    (
        *("", "-", "--", "---", "_", ".", "..", "...", "…", "/", "?", "0", "x", "k", "ko"),
        *("khong", "khong co", "khong ro", "ko co", "k ro", "chua co", "chua ro"),
        *("n/a", "na", "null", "none"),
    )
)
_LONGEST_NOTHING = max(map(len, _NOTHING))


def written(raw: Raw) -> str:
    """Return the cell as one would type it, signs as they are kept: 4 for 4.0, 05/03/2026."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    return f"{raw:%d/%m/%Y}"


def cleaned(raw: Raw, hint: Encoding = Encoding.UNICODE) -> Cleaned:
    """Return the text of a cell in composed letters and single blanks, and what was mended."""
    if not isinstance(raw, str):
        return written(raw), ()
    if raw.isascii() and raw.isprintable() and "  " not in raw and raw == raw.strip():
        return raw, ()
    return _mended(raw, hint)


@lru_cache(_MOST_REMEMBERED)
def _mended(raw: str, hint: Encoding) -> Cleaned:
    fixes = []
    text, encoding = decoded(raw, hint)
    seen = _UNSEEN.sub("", text)
    if encoding is not Encoding.UNICODE:
        fixes.append(encoding.value)
    elif seen != text:
        fixes.append("invisible_signs")
    text = unicodedata.normalize("NFC", seen)
    if text != seen and encoding is Encoding.UNICODE:
        fixes.append(_composed_from(hint))
    plain = _ODD_BLANKS.sub(" ", _RETURN.sub(" ", text))
    if _ODD_BLANKS.search(text):
        fixes.append("nbsp")
    single = " ".join(plain.split())
    if single != plain:
        fixes.append("collapse_spaces")
    return unicodedata.normalize("NFC", single), tuple(fixes)


def _composed_from(hint: Encoding) -> str:
    """Return why letters and marks stood apart: a file in Windows-1258 keeps them so."""
    return "windows_1258" if hint is Encoding.WINDOWS_1258 else "nfd_to_nfc"


def is_nothing(text: str) -> bool:
    """Return whether a cleaned text only says that there is none."""
    if len(text) > _LONGEST_NOTHING:
        return False
    return (text.lower() if text.isascii() else fold(text)) in _NOTHING


_TICKS = frozenset(("x", "X", "✓", "✔", "√", "v", "V", "1", "+", "*", "có", "Có", "●"))


def is_tick(text: str) -> bool:
    """Return whether a cleaned text is a mark in a column that asks yes or no."""
    return text in _TICKS
