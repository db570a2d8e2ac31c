"""The signs of a caption file: bytes of any encoding, and letters of old fonts."""

import codecs
import re
import unicodedata
from collections.abc import Sequence

from elearn import encodings
from elearn.encodings import Encoding

_LOOKED_AT = 4_000  # Bytes in which the zeros of UTF-16 must show.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Signs that say nothing and that a file may not hold; tabs and ends of lines stay.
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def text_of(source: bytes | str) -> str:
    """Return a file as text; bytes of one sign each come as Windows-1252 shows them."""
    return source if isinstance(source, str) else _decoded(source)


def _decoded(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, errors="replace")
    wide = _wide(raw[:_LOOKED_AT])
    if wide:
        return raw.decode(wide, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_seen(byte) for byte in raw)


def _wide(raw: bytes) -> str | None:
    """Return which UTF-16 it is without a mark: every other byte of digits and arrows is zero."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if max(even, odd) * 4 < len(raw) // 2 or not raw:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _seen(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def told(line: str) -> str:
    """Return a line, composed, without the signs that a file may not hold."""
    return unicodedata.normalize("NFC", _SILENT.sub("", line))


def meant(lines: Sequence[str]) -> tuple[list[str], Encoding]:
    """Return the lines as they were meant, and what they were written in.

    What most lines are written in decides for all: a name in good Unicode stays as it is.
    """
    found = encodings.evidence(lines)
    if found is not Encoding.UNICODE:
        lines = [encodings.decoded(line, found)[0] for line in lines]
    return list(lines), found
