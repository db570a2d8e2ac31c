"""How places are written in lists: types short or in full, points, numbers, what they lie in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from elearn.areas import Kind, Level, spelling
from elearn.text import fold, nfc

_CITY = (Kind.CENTRAL_CITY, Kind.PROVINCIAL_CITY)
#: As they are written, without points.
_WORDS: dict[str, tuple[Kind, ...]] = {
    "thị trấn": (Kind.TOWNSHIP,),
    "thị xã": (Kind.TOWN,),
    "thành phố": _CITY,
    "đặc khu": (Kind.SPECIAL_ZONE,),
    "xã": (Kind.COMMUNE,),
    "phường": (Kind.WARD,),
    "quận": (Kind.URBAN_DISTRICT,),
    "huyện": (Kind.RURAL_DISTRICT,),
    "tỉnh": (Kind.PROVINCE,),
    "ttr": (Kind.TOWNSHIP,),
    "tt": (Kind.TOWNSHIP,),
    "t t": (Kind.TOWNSHIP,),
    "tx": (Kind.TOWN,),
    "t x": (Kind.TOWN,),
    "tp": _CITY,
    "t p": _CITY,
    "đk": (Kind.SPECIAL_ZONE,),
    "x": (Kind.COMMUNE,),
    "p": (Kind.WARD,),
    "f": (Kind.WARD,),
    "q": (Kind.URBAN_DISTRICT,),
    "h": (Kind.RURAL_DISTRICT,),
    "t": (Kind.PROVINCE,),
}
_OF_LEVEL = {
    Level.COMMUNE: {Kind.COMMUNE, Kind.WARD, Kind.TOWNSHIP, Kind.SPECIAL_ZONE},
    Level.DISTRICT: {Kind.URBAN_DISTRICT, Kind.RURAL_DISTRICT, Kind.TOWN, Kind.PROVINCIAL_CITY},
    Level.PROVINCE: {Kind.PROVINCE, Kind.CENTRAL_CITY},
}
#: How some are called by everybody: compared name → names of the lists.
_CALLED = {
    "hcm": ("ho chi minh",),
    "sai gon": ("ho chi minh",),
    "brvt": ("ba ria vung tau",),
    "br vt": ("ba ria vung tau",),
    "hue": ("hue", "thua thien hue"),
    "thua thien hue": ("thua thien hue", "hue"),
}
_BODY = re.compile(
    r"^(?:(?:ban chấp hành|bch)\s+)?(?:hội|ủy ban|uỷ ban|ubnd|ub|đảng ủy|đảng uỷ|mttq)\b.*?"
    r"(?=\b(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)?")
_NUMBERED = re.compile(r"\b([pfq])\.?\s*(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[,;]|\s[-–]\s*(?=(?:huyện|thị xã|quận|tỉnh|thành phố|tp|tx|h\.|t\.)\b)", re.IGNORECASE
)


#: Of each level its types, as a name may begin with them: folded, as they are spelt, which.
_STARTS = {
    level: [
        (f"{fold(word)} ", f"{spelling(word)} ", fitting)
        for word, kinds in _WORDS.items()
        if (fitting := tuple(kind for kind in kinds if kind in kinds_of_level))
    ]
    for level, kinds_of_level in _OF_LEVEL.items()
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: the name as it is spelt, and the types it may be of."""

    name: str
    kinds: tuple[Kind, ...] = ()


@lru_cache(maxsize=65_536)
def place_key(text: str) -> str:
    """Return the name as it is compared: no diacritics, points, nor noughts before a number."""
    return fold(_plain(text))


@lru_cache(maxsize=65_536)
def spelt_key(text: str) -> str:
    """Return the same with its diacritics, whichever letter of a word the tone stands on."""
    return spelling(_plain(text))


def called(key: str) -> tuple[str, ...]:
    """Return the compared names that are looked for under one."""
    return _CALLED.get(key, (key,))


_NOUGHTS = re.compile(r"\b0+(?=\d)")
_SIGNS = re.compile(r"[^\w\s]|_")
_APOSTROPHES = re.compile("['’‘ʼ`]")


def _plain(text: str) -> str:
    text = _SIGNS.sub(" ", _APOSTROPHES.sub("", nfc(text)))
    return " ".join(_NOUGHTS.sub("", text).split())


def parts_of(text: str) -> tuple[str, ...]:
    """Return a place and what it is said to lie in: "Xã A, huyện B - tỉnh C" gives three."""
    told = _BODY.sub("", nfc(_ASIDE.sub(" ", text)))
    return tuple(part.strip(" .-–") for part in _BETWEEN.split(told) if part.strip(" .-–"))


def readings_of(text: str, level: Level) -> Iterator[Reading]:
    """Yield how a name may be read, as it stands first, then without its type.

    Written without diacritics "quan son" may be Quan Sơn or Quận Sơn; with them it is no Quận.
    """
    whole = _plain(_NUMBERED.sub(r"\1 ", text))
    yield Reading(whole)
    bare = fold(whole)
    start = bare if bare == whole.lower() else spelling(whole)
    for word, spelt, kinds in _STARTS[level]:
        if start.startswith(word if start is bare else spelt):
            yield Reading(whole[len(word) :], kinds)
