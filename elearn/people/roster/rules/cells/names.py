"""Cells of names: one person's name as she writes it, and perhaps another she goes by."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from elearn.people.models import Gender
from elearn.people.roster.rules.cells.capitals import capitalised
from elearn.text import fold

#: What stands before a name and is none → whom it speaks of.
_BEFORE = {
    **dict.fromkeys(("bà", "chị", "cô"), Gender.FEMALE),
    **dict.fromkeys(("ông", "anh"), Gender.MALE),
    **dict.fromkeys(("đồng chí", "đ/c", "đ.c", "đc", "đ/chí", "ths", "ts", "bs", "cn", "ks", "gv")),
}
#: Words that are family names too: they are taken away only before what is a whole name.
_ALSO_FAMILIES = ("ông", "anh")
_PREFIX = re.compile(
    r"(" + "|".join(re.escape(word) for word in sorted(_BEFORE, key=len, reverse=True)) + r")"
    r"(?:[.:]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"(?:\d{1,4}\s*[.)/\-]+\s*|[-+*•.]+\s*)(?=\S)")
_FOOTNOTE = re.compile(r"(?:\s*[*.,;:#†\-]+|\s*\(\s*[\d*]+\s*\)|\s+\d{1,2}|[¹²³⁰-⁹]+)$")
_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]\s*")
_CALLED = re.compile(
    r"(?:tức|tên khác|còn gọi là|thường gọi là|thường gọi|gọi là|bí danh)\s*:?\s+", re.IGNORECASE
)
_SLASH = re.compile(r"\s*/\s*")
_GENDERS = {"nu": Gender.FEMALE, "nam": Gender.MALE}
#: Words for a post that nobody holds, folded.
_VACANT = frozenset(("khuyet", "chua co", "chua bau", "trong", "dang khuyet", "chua kien toan"))
_TONED = "aăâeêioôơuưy"
_SMALL = "a-zđ" + "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in _TONED
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
_LARGE = _SMALL.upper()
_PLAIN = re.compile(f"(?:[{_LARGE}][{_SMALL}]+ )+[{_LARGE}][{_SMALL}]*")
_JOINERS = frozenset("'’ʼ- ")


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell says of a name."""

    name: str
    other: str | None = None
    gender: Gender | None = None
    fixes: tuple[str, ...] = ()
    is_suspicious: bool = False

    @property
    def is_one_word(self) -> bool:
        return bool(self.name) and " " not in self.name


def named(text: str) -> Named:
    """Return the name in a cleaned text."""
    return Named(text) if _is_plain(text) else _looked_at(text)


def _is_plain(text: str) -> bool:
    """Return whether it is a name to the letter, as nearly all are."""
    return bool(_PLAIN.fullmatch(text)) and not _PREFIX.match(text)


@lru_cache(20_000)
def _looked_at(text: str) -> Named:
    if fold(text) in _VACANT:
        return Named("")
    fixes: list[str] = []
    bare = _without_marks(text, fixes)
    bare, gender = _without_prefix(bare, fixes)
    bare, aside = _parted(bare)
    said = _GENDERS.get(fold(aside))
    alternative = "" if said else _alternative(bare, aside)
    if aside and not alternative and not said:
        fixes.append(f"name_mark:{aside}")
    name = _without_marks(bare, fixes)
    if _is_suspicious(name) or _is_suspicious(alternative):
        return Named(name, alternative or None, gender or said, tuple(fixes), is_suspicious=True)
    name, how = capitalised(name)
    other = capitalised(alternative)[0] or None
    return Named(name, other, gender or said, (*fixes, how) if how else tuple(fixes))


def _without_marks(text: str, fixes: list[str]) -> str:
    """Return the text without numbering before it, and stars and footnotes behind it."""
    bare = text
    if before := _NUMBERING.match(bare):
        bare = bare[before.end() :]
    while behind := _FOOTNOTE.search(bare):
        bare = bare[: behind.start()]
    if bare != text and bare:
        mark = text.replace(bare, " ", 1).strip()
        fixes.append(f"name_mark:{' '.join(mark.split())}")
        return bare.strip()
    return text


def _without_prefix(text: str, fixes: list[str]) -> tuple[str, Gender | None]:
    """Return the text without Bà, Đ/c and the like, and whom these words speak of."""
    gender = None
    while found := _PREFIX.match(text):
        word, rest = found[1], text[found.end() :]
        if len(rest.split()) < (3 if word.lower() in _ALSO_FAMILIES else 2):
            break
        gender = gender or _BEFORE[word.lower()]
        fixes.append(f"name_prefix:{found[0].strip()}")
        text = rest
    return text, gender


def _parted(text: str) -> tuple[str, str]:
    """Return a name, and what stands in brackets or behind a stroke beside it."""
    if found := _BRACKETS.search(text):
        return (text[: found.start()] + " " + text[found.end() :]).strip(), found[1]
    name, *others = _SLASH.split(text, maxsplit=1)
    return name, others[0] if others else ""


def _alternative(name: str, aside: str) -> str:
    """Return the other name in full: "Lí" of "Đỗ Thị Lý" is "Đỗ Thị Lí"; nothing of a remark."""
    called = _CALLED.match(aside)
    other = aside[called.end() :] if called else aside
    words, others = name.split(), other.split()
    if not others or not words or not (called or others[0][:1].isupper()):
        return ""
    if len(others) >= len(words) or others[0].lower() == words[0].lower():
        return other
    return " ".join([*words[: -len(others)], *others])


def _is_suspicious(name: str) -> bool:
    """Return whether a sign is none of names: H'Hen and Y-Blô are names, "Ha`" is none."""
    bare = unicodedata.normalize("NFC", name)
    return any(not _is_of_names(sign) for sign in bare if sign not in _JOINERS)


@lru_cache(2_000)
def _is_of_names(sign: str) -> bool:
    """Return whether it is a Latin letter; a breve may stand behind one that has a horn."""
    return sign == "\u0306" or (sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN "))
