"""The text of a CSV file: Unicode where its bytes say so, else one sign for each byte."""

import codecs

from elearn.sheets.faults import Fault

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LOOKED_AT = 20_000
#: A NUL stands in every other byte of plain letters in UTF-16, and in no byte of another text.
_MANY = 0.2
_CONTROL = bytes(set(range(32)) - {7, *range(9, 14), 27})
_PASTED = "elearn.pasted"
#: So many letters of UTF-8 for each byte that is none: a chance pair is far rarer.
_MIXED = 3
_TORN, _FEW = 0.02, 3


def decoded(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether its bytes are none of Unicode and stand for one sign each.

    :raise Fault: if it is no text.
    """
    for name in _tried(data):
        try:
            return _without_nul(data.decode(name)), False
        except UnicodeDecodeError:
            continue
    if not _is_text(data):
        raise Fault("unreadable")
    if mixed := _mixed(data):
        return _without_nul(mixed), False
    return _without_nul(data.decode("latin-1").translate(_AS_1252)), True


def _mixed(data: bytes) -> str | None:
    """Return a text in UTF-8 into which a few cells of an old font were pasted byte by byte."""
    strange: list[int] = []

    def seen(problem: UnicodeError) -> tuple[str, int]:
        if not isinstance(problem, UnicodeDecodeError):
            raise problem
        wrong = problem.object[problem.start : problem.end]
        strange.extend(wrong)
        return wrong.decode("latin-1").translate(_AS_1252), problem.end

    codecs.register_error(_PASTED, seen)
    text = data.decode("utf-8", _PASTED)
    marked = len(text) - len(text.encode("ascii", "ignore")) - len(strange)
    return text if marked > _MIXED * len(strange) else None


def as_windows_1258(text: str) -> str:
    """Return a text of which each sign stood for a byte as Windows-1258 means these bytes."""
    return text.translate(_TO_BYTES).encode("latin-1", "replace").decode("cp1258", "replace")


def _tried(data: bytes) -> list[str]:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if marked:
        return [marked]
    start = data[:_LOOKED_AT]
    for half, name in ((start[1::2], "utf-16-le"), (start[::2], "utf-16-be")):
        if half.count(0) > max(_FEW, _MANY * len(half)):
            return [name]
    return ["utf-8"] if _is_text(start) else []


def _is_text(data: bytes) -> bool:
    """Return whether hardly a byte is one that no text has; a torn disk may have left a few."""
    return _share(data, _CONTROL) <= max(_TORN, _FEW / len(data))


def _share(data: bytes, signs: bytes) -> float:
    return 1 - len(data.translate(None, signs)) / len(data) if data else 0


def _without_nul(text: str) -> str:
    return text.replace("\0", "")


def _pairs() -> dict[int, int]:
    """Return the byte → sign pairs in which Windows-1252 differs from Latin-1."""
    found = {}
    for byte in range(0x80, 0xA0):
        sign = bytes([byte]).decode("cp1252", "replace")
        if sign != "\ufffd":
            found[byte] = ord(sign)
    return found


_AS_1252 = _pairs()
_TO_BYTES = {sign: byte for byte, sign in _AS_1252.items()}
