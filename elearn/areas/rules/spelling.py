"""What was typed into a search for a place, and how near a name comes to it."""

import unicodedata
from dataclasses import dataclass

from elearn.areas.rules.words import Kind
from elearn.text import fold, nfc

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_CITY = (Kind.CENTRAL_CITY, Kind.PROVINCIAL_CITY)
_TYPED = {
    "tỉnh": (Kind.PROVINCE,),
    "thành phố": _CITY,
    "tp": _CITY,
    "quận": (Kind.URBAN_DISTRICT,),
    "huyện": (Kind.RURAL_DISTRICT,),
    "thị xã": (Kind.TOWN,),
    "tx": (Kind.TOWN,),
    "xã": (Kind.COMMUNE,),
    "phường": (Kind.WARD,),
    "thị trấn": (Kind.TOWNSHIP,),
    "tt": (Kind.TOWNSHIP,),
    "đặc khu": (Kind.SPECIAL_ZONE,),
}


def spelling(text: str) -> str:
    """Return lower-case text with each tone at the end of its word: Hoà and Hòa become one."""
    return " ".join(_tone_last(word) for word in nfc(text).lower().split(" "))


def _tone_last(word: str) -> str:
    signs = unicodedata.normalize("NFD", word)
    letters = "".join(sign for sign in signs if sign not in _TONES)
    tones = "".join(sign for sign in signs if sign in _TONES)
    return unicodedata.normalize("NFC", letters) + tones


@dataclass(frozen=True, slots=True)
class Sought:
    """A place as somebody typed it: "thị trấn Hưng Hà, Thái Bình"."""

    whole: str
    name: str
    kinds: tuple[Kind, ...]
    hints: tuple[str, ...]

    @property
    def folded(self) -> str:
        return fold(self.name)

    def distance_of(self, name: str, kind: Kind) -> tuple[int, bool]:
        """Return how far a name is from what was typed; the nearest sorts first."""
        is_other_kind = bool(self.kinds) and kind not in self.kinds
        for typed in {self.whole: False, self.name: is_other_kind}.items():
            if spelling(name) == spelling(typed[0]):
                return 0, typed[1]
        folded = fold(name)
        if folded in (fold(self.whole), self.folded):
            return 1, is_other_kind
        return (2 if folded.startswith(self.folded) else 3), is_other_kind

    def is_hinted(self, place: str) -> bool:
        """Return whether the place names everything typed after a comma."""
        return all(hint in fold(place) for hint in self.hints)


def sought(text: str) -> Sought:
    """Read what was typed: an optional type, a name, and after commas what it lies in."""
    whole, *hints = (nfc(part) for part in text.replace(".", " ").split(","))
    name, kinds = _without_type(whole)
    return Sought(whole, name, kinds, tuple(fold(_without_type(hint)[0]) for hint in hints))


def _without_type(text: str) -> tuple[str, tuple[Kind, ...]]:
    """Return the name and the types its first words may mean.

    Without diacritics "quan son" may be Quan Sơn or Quận Sơn; with them, "Quan Sơn" is no Quận.
    """
    is_bare = fold(text) == text.lower()
    for word, kinds in _TYPED.items():
        start = (fold(word) if is_bare else word) + " "
        if text.lower().startswith(start):
            return text[len(start) :], kinds
    return text, ()
