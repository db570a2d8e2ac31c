"""Cells of telephones: numbers as they are dialled today."""

import re
from dataclasses import dataclass
from functools import lru_cache

from elearn.people.roster.rules.cells.texts import is_nothing
from elearn.text import fold

#: How a number began until 2018 → how it begins since.
_OF_2018 = {f"016{digit}": f"03{digit}" for digit in range(2, 10)} | {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
_TODAY = re.compile(r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}|02\d{9}")
_PLAIN = re.compile(r"0\d{9}")
#: What stands beside numbers: folded words without meaning for them.
_LABELS = re.compile(
    r"\b(?:so )?(?:dien thoai|di dong|sdt|sdd|dtdd|dt|dd|tel|phone|mobile|zalo|may rieng|may ban|"
    r"co quan|nha rieng|cq|nr)\b[\s.:]*"
)
_ASIDE = re.compile(r"\([^\d()]*\)")
_SIGNS = re.compile(r"[\d\s()+.,\-/_·]+")
_SEPARATOR = re.compile(r"[.,\-/_·]")
_BETWEEN = re.compile(r"[;,/|&\n]|\s-\s|\bvà\b|\bhoặc\b", re.IGNORECASE)
_ENDS = " .,;:-/'\"`"
_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "＋": "+"})


@dataclass(frozen=True, slots=True)
class Phones:
    """What a cell of telephones says."""

    phone: str | None = None
    other: str | None = None
    fixes: tuple[str, ...] = ()
    #: Parts that are no numbers, as they are written.
    bad: tuple[str, ...] = ()
    #: What stands behind the second number.
    more: tuple[str, ...] = ()


_NONE = Phones()


def phones_of(text: str) -> Phones:
    """Return the numbers in a cleaned text."""
    if _PLAIN.fullmatch(text) and _TODAY.fullmatch(text):
        return Phones(text)
    return _NONE if is_nothing(text) else _looked_at(text)


@lru_cache(10_000)
def _looked_at(text: str) -> Phones:
    bare = _bare(text)
    if not bare:
        return _NONE
    if found := _number(bare):
        return Phones(found[0], None, found[1])
    parts = _parts(bare)
    if len(parts) < 2:
        return Phones(bad=(text,))
    return _several(parts)


def _bare(text: str) -> str:
    """Return what is left without labels and words in brackets."""
    bare = _ASIDE.sub(" ", text.translate(_DASHES))
    folded = fold(bare)
    if len(folded) == len(bare):
        for label in _LABELS.finditer(folded):
            bare = bare[: label.start()] + " " * len(label[0]) + bare[label.end() :]
    return bare.strip(_ENDS)


def _parts(bare: str) -> list[str]:
    """Return the parts of a cell that is no number as a whole."""
    strong = [part.strip(_ENDS) for part in _BETWEEN.split(bare)]
    parts = [piece for part in strong if part for piece in _by_blanks(part)]
    if any(_number(part) for part in parts):
        return parts
    by_dash = [part.strip(_ENDS) for part in bare.split("-")]
    return by_dash if any(_number(part) for part in by_dash) else parts


def _by_blanks(part: str) -> list[str]:
    """Return a part, or the two numbers that only a blank stands between."""
    if _number(part):
        return [part]
    words = part.split()
    for at in range(1, len(words)):
        halves = " ".join(words[:at]).strip(_ENDS), " ".join(words[at:]).strip(_ENDS)
        if all(map(_number, halves)):
            return list(halves)
    return [part]


def _several(parts: list[str]) -> Phones:
    found = [(part, _number(part)) for part in parts]
    good = list(dict.fromkeys(number[0] for _, number in found if number))
    fixes = [fix for _, number in found if number for fix in number[1]]
    if len(good) > 1:
        fixes.append("two_phones")
    return Phones(
        good[0] if good else None,
        good[1] if len(good) > 1 else None,
        tuple(dict.fromkeys(fixes)),
        tuple(part for part, number in found if not number),
        tuple(good[2:]),
    )


def _number(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a number of today, and what was mended to have it; nothing if it is none."""
    if not _SIGNS.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    national, fixes = _national(digits, is_abroad="+" in text)
    if _SEPARATOR.search(text.strip(_ENDS)):
        fixes = (*fixes, "phone_separators")
    if (old := national[:4]) in _OF_2018 and len(national) == 11:
        national = _OF_2018[old] + national[4:]
        fixes = (*fixes, f"phone_prefix_2018:{old}->{national[:3]}")
    return (national, fixes) if _TODAY.fullmatch(national) else None


def _national(digits: str, *, is_abroad: bool) -> tuple[str, tuple[str, ...]]:
    """Return the digits from 0 on: without the country, with the zero that a number loses."""
    if is_abroad or digits.startswith("0084"):
        rest = digits.removeprefix("00")
        return ("0" + rest[2:].removeprefix("0") if rest.startswith("84") else ""), (
            "phone_plus84",
        )
    if digits.startswith("84") and len(digits) in (11, 12):
        return "0" + digits[2:].removeprefix("0"), ("phone_84",)
    is_bare = len(digits) == 9 or (len(digits) == 10 and digits[:1] in ("1", "2"))
    if is_bare and not digits.startswith("0"):
        return "0" + digits, ("phone_leading_zero",)
    return digits, ()
