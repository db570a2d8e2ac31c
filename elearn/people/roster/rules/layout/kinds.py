"""The words before names of places, which say of what kind they are."""

import re
from enum import IntEnum

from elearn.text import fold


class Rank(IntEnum):
    """How far up a place stands."""

    BRANCH = 1
    COMMUNE = 2
    DISTRICT = 3
    PROVINCE = 4


# The longer ones first: a "thị xã" is no "xã".
_KINDS: dict[str, tuple[Rank, str]] = {
    "thị trấn": (Rank.COMMUNE, "Thị trấn"),
    "thị xã": (Rank.DISTRICT, "Thị xã"),
    "thành phố": (Rank.DISTRICT, "Thành phố"),
    "đặc khu": (Rank.COMMUNE, "Đặc khu"),
    "phường": (Rank.COMMUNE, "Phường"),
    "huyện": (Rank.DISTRICT, "Huyện"),
    "quận": (Rank.DISTRICT, "Quận"),
    "tỉnh": (Rank.PROVINCE, "Tỉnh"),
    "xã": (Rank.COMMUNE, "Xã"),
    "tổ dân phố": (Rank.BRANCH, "Tổ dân phố"),
    "khu dân cư": (Rank.BRANCH, "Khu dân cư"),
    "chi hội": (Rank.BRANCH, "Chi hội"),
    "tiểu khu": (Rank.BRANCH, "Tiểu khu"),
    "khu phố": (Rank.BRANCH, "Khu phố"),
    "khối phố": (Rank.BRANCH, "Khối phố"),
    "thôn": (Rank.BRANCH, "Thôn"),
    "xóm": (Rank.BRANCH, "Xóm"),
    "khóm": (Rank.BRANCH, "Khóm"),
    "buôn": (Rank.BRANCH, "Buôn"),
    "bản": (Rank.BRANCH, "Bản"),
    "làng": (Rank.BRANCH, "Làng"),
    "ấp": (Rank.BRANCH, "Ấp"),
    "khu": (Rank.BRANCH, "Khu"),
    "tổ": (Rank.BRANCH, "Tổ"),
    "tdp": (Rank.BRANCH, "Tổ dân phố"),
    "kp": (Rank.BRANCH, "Khu phố"),
    "t.t": (Rank.COMMUNE, "Thị trấn"),
    "tt": (Rank.COMMUNE, "Thị trấn"),
    "t.x": (Rank.DISTRICT, "Thị xã"),
    "tx": (Rank.DISTRICT, "Thị xã"),
    "t.p": (Rank.DISTRICT, "Thành phố"),
    "tp": (Rank.DISTRICT, "Thành phố"),
}
# One letter is a kind only with its point: "X. Minh Khai".
_SHORT = {
    "x": (Rank.COMMUNE, "Xã"),
    "p": (Rank.COMMUNE, "Phường"),
    "h": (Rank.DISTRICT, "Huyện"),
    "q": (Rank.DISTRICT, "Quận"),
}
_BARE = {fold(word): meant for word, meant in _KINDS.items()}
_WORD = "|".join(re.escape(word) for word in (*_KINDS, *_BARE))
KIND = re.compile(rf"(?<![\w.])(?:({_WORD})(?!\w)\.?|([xphq])\.)[ :]*", re.IGNORECASE)


def is_meant(text: str, kind: re.Match[str]) -> bool:
    """Return whether it is the word for a kind: without diacritics only in a text without any."""
    word = kind[1]
    return word is None or word.lower() in _KINDS or text.isascii()


def rank_of(kind: re.Match[str]) -> Rank:
    """Return how far up the place stands that this word begins."""
    return meant(kind)[0]


def meant(kind: re.Match[str]) -> tuple[Rank, str]:
    """Return how far up a place of this kind stands, and the kind in full."""
    word = (kind[1] or "").lower()
    return _KINDS.get(word) or _BARE.get(word) or _SHORT[kind[2].lower()]
