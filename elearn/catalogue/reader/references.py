"""Words of one place that must stand in another: groups, sources, codes."""

import re
from collections.abc import Container

from elearn.catalogue.reader.entry import Entry
from elearn.text import msg

CODE = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
STATEMENT = re.compile(r"S\d{3}\.\d+")


def check_code(entry: Entry, taken: Container[str] = (), *, key: str = "code") -> str:
    """Return the code of an entry; note one that no address can carry, or that is used twice."""
    code = entry.text(key)
    if code and not CODE.fullmatch(code):
        entry.sheet.note(
            entry.line_of(key), msg("mã “%(code)s” chỉ được gồm A–Z, 0–9 và -", code=code)
        )
    if code in taken:
        entry.sheet.note(entry.line_of(key), msg("mã %(code)s đã dùng ở trên", code=code))
    return code


def check_source(entry: Entry, sources: Container[str] | None) -> str | None:
    """Return the source: a statement such as S004.5, or a key of `sources`."""
    source = entry.optional_text("source")
    if source and sources is not None and not STATEMENT.fullmatch(source):
        _check(entry, "source", source, entry.line_of("source"), sources)
    return source


def known_texts(entry: Entry, key: str, known: Container[str] | None) -> tuple[str, ...]:
    """Return the texts of a list; note those that are not known, or that stand there twice."""
    found: list[str] = []
    for text, line in entry.texts(key):
        if known is not None:
            _check(entry, key, text, line, known)
        if text in found:
            entry.sheet.note(line, msg("%(key)s ghi %(text)s hai lần", key=key, text=text))
        found.append(text)
    return tuple(found)


def _check(entry: Entry, key: str, text: str, line: int, known: Container[str]) -> None:
    if text not in known:
        entry.sheet.note(line, msg("%(key)s ghi %(text)s, không có mục ấy", key=key, text=text))
